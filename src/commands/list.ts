import { exitCode } from "../cli/exit-code.ts";
import type { Level, Qualification, Unit } from "../model/types.ts";
import { jsonReport } from "../reporters/json.ts";
import { summarise } from "../reporters/report.ts";
import { countOf, joinWords } from "../text/words.ts";
import { type Checked, check } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { leftOut, leftOutWords } from "./left-out.ts";
import { readToday, todayOption } from "./waiver-options.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly today?: string;
}

export const listCommand = defineCommand<Options>({
  name: "list",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns; without one, the specifications of the folder that you are in",
  summary: "List qualifications and units with their level, size, credit and hours",
  details:
    "GLH is guided learning hours, TQT total qualification time, both in hours. For a unit the total is its own.",
  examples: [["qualspec list", "list what is in this folder"]],
  options: [formatOption, todayOption],
  emptyAnswer: { qualifications: [], units: [] },
  run: async (io, paths, options) => {
    const checked = await check(io, paths, { today: readToday(options, io) });
    const error = checked.isWorkspaceBroken ? brokenWorkspace : null;
    const listed = describeAll(checked);
    const missing = error === null ? leftOut(checked) : [];
    if (options.format === "json") {
      io.out.write(jsonReport(error, checked.findings, listed));
    } else {
      const { coloursFor } = await import("../reporters/colours.ts");
      const { prettyList } = await import("../reporters/list.ts");
      if (error === null) io.out.write(prettyList(listed, await coloursFor(io, io.out)));
      else io.err.write(`${error.message}\n`);
      const { errors } = summarise(checked.findings, checked.files);
      if (missing.length > 0)
        io.err.write(
          `Missing here, since they cannot be read: ${joinWords(missing.map(leftOutWords))}; \`qualspec check\` shows the errors\n`,
        );
      else if (errors > 0)
        io.err.write(
          `Some files have errors and may be missing here: ${countOf(errors, "error")}; \`qualspec check\` shows them\n`,
        );
    }
    return error?.exitCode ?? (missing.length > 0 ? exitCode.findings : exitCode.clean);
  },
});

function describeAll({ workspaces }: Checked) {
  const asked = workspaces.flatMap((one) => one.asked);
  const qualifications = asked.filter((one): one is Qualification => one.type === "qualification");
  const used = qualifications.flatMap(({ units }) => units);
  const units = [...new Set([...used, ...asked.filter((one): one is Unit => one.type === "unit")])];
  return {
    qualifications: qualifications.map(describeQualification),
    units: units.map((unit) => describeUnit(unit, qualifications)),
  };
}

function describeQualification(one: Qualification) {
  return {
    id: one.id,
    title: one.title,
    level: one.levels.length === 0 ? null : one.levels.map(printLevel).join("/"),
    credit: one.credit,
    guidedLearningHours: one.guidedLearningHours,
    totalQualificationTime: one.totalQualificationTime,
    units: one.units.length,
    outcomes: one.units.reduce((sum, unit) => sum + unit.outcomes.length, 0),
    criteria: one.units.reduce((sum, unit) => sum + countCriteria(unit), 0),
    file: one.origin.spec.source.path,
  };
}

function describeUnit(unit: Unit, qualifications: readonly Qualification[]) {
  return {
    id: unit.id,
    title: unit.title,
    level: unit.level === null ? null : printLevel(unit.level),
    credit: unit.credit,
    guidedLearningHours: unit.guidedLearningHours,
    totalUnitTime: unit.totalUnitTime,
    outcomes: unit.outcomes.length,
    criteria: countCriteria(unit),
    file: unit.origin.spec.source.path,
    usedBy: qualifications.filter(({ units }) => units.includes(unit)).map(({ id }) => id),
  };
}

function printLevel(level: Level): string {
  return String(level);
}

function countCriteria({ outcomes }: Unit): number {
  return outcomes.reduce((sum, { criteria }) => sum + criteria.length, 0);
}
