import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { environmentError, usageError } from "../cli/user-error.ts";
import { resolvePath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { jsonReport } from "../reporters/json.ts";
import { type CommandError, summarise } from "../reporters/report.ts";
import { suggest } from "../text/suggest.ts";
import { code, countOf, joinWords } from "../text/words.ts";
import { type Checked, check } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { type LeftOut, leftOut, leftOutWords } from "./left-out.ts";
import { idOfSeveral, sameIdTwice } from "./same-id.ts";
import { readToday, todayOption } from "./waiver-options.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly today?: string;
  readonly units?: string;
}

export const routesCommand = defineCommand<Options>({
  name: "routes",
  arguments: "[qualification]",
  argumentsHelp: "the id of a qualification, its file, or a folder; without one, all in the folder that you are in",
  summary: "Prove that a qualification can be completed: by how many routes, with how much credit and time",
  details:
    "A route is a set of units that a learner may complete to be awarded the qualification. Every answer is exact: the number of routes, the lowest and highest credit and hours with the units that reach them, units that nobody can choose, bounds that change nothing, and where no route exists the smallest set of rules that contradict each other. What would take too long to prove is left open, and named.",
  examples: [
    ["qualspec routes l3-baking", "everything about the routes of one qualification"],
    ["qualspec routes l3-baking --units bread,pastry", "may a learner choose these, and if not, what is missing?"],
  ],
  options: [
    {
      flags: "--units <ids>",
      description:
        "a learner's choice, with commas between: is it valid, and what would complete it in the least total unit time",
    },
    formatOption,
    todayOption,
  ],
  emptyAnswer: { qualifications: [] },
  run: async (io, [named], options) => {
    const { checked, qualifications } = await find(io, named, readToday(options, io));
    const refusal = refuse(checked, qualifications, named);
    const chosen =
      options.units
        ?.split(",")
        .map((id) => id.trim())
        .filter((id) => id !== "") ?? null;
    if (chosen !== null && qualifications.length !== 1)
      throw usageError("`--units` is about one qualification; name it");
    const proofs = refusal === null ? await proveAll(qualifications, chosen) : [];
    if (options.format === "json") {
      const { jsonProof } = await import("../reporters/routes.ts");
      io.out.write(jsonReport(refusal, checked.findings, { qualifications: proofs.map(jsonProof) }));
    } else if (refusal === null) {
      const { prettyProof } = await import("../reporters/routes.ts");
      const { coloursFor } = await import("../reporters/colours.ts");
      const colours = await coloursFor(io, io.out);
      io.out.write(proofs.map((one) => prettyProof(one, colours)).join("\n"));
    } else {
      if (refusal.exitCode === exitCode.findings || checked.isWorkspaceBroken) await printFindings(io, checked);
      io.err.write(`${refusal.message}\n`);
    }
    if (refusal !== null) return refusal.exitCode;
    return proofs.every(({ proof }) => proof.isFeasible && proof.choice?.isValid !== false)
      ? exitCode.clean
      : exitCode.findings;
  },
});

async function printFindings(io: Io, { findings }: Checked): Promise<void> {
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyFindings } = await import("../reporters/pretty.ts");
  io.out.write(prettyFindings(findings, io.out.columns, await coloursFor(io, io.out)));
}

/** A path, or the id of a qualification of this workspace. */
async function find(io: Io, named: string | undefined, today: string) {
  const isPath = named === undefined || named === "-" || kindOfPath(resolvePath(named, io.cwd)) !== "nothing";
  const checked = await check(io, isPath && named !== undefined ? [named] : [], { today });
  const all = checked.workspaces
    .flatMap(({ asked }) => asked)
    .filter((one): one is Qualification => one.type === "qualification");
  return { checked, qualifications: isPath ? all : all.filter(({ id }) => id === named) };
}

/** Why nothing can be proved: what is missing or broken would change every figure. */
function refuse(
  checked: Checked,
  qualifications: readonly Qualification[],
  named: string | undefined,
): CommandError | null {
  if (checked.isWorkspaceBroken) return brokenWorkspace;
  const twice = idOfSeveral(qualifications);
  if (twice !== null) return sameIdTwice(twice, qualifications);
  const isNamedSo = ({ id, path }: LeftOut) => named === undefined || id === named || !isId(named) || path === named;
  const unread =
    qualifications.length > 0 ? [] : leftOut(checked).filter((one) => one.isQualification && isNamedSo(one));
  if (unread.length > 0) {
    const which = joinWords(unread.map(leftOutWords));
    const message = `Nothing can be said about routes: ${which} cannot be read as a qualification; mend what is shown`;
    return { message, exitCode: exitCode.findings };
  }
  if (qualifications.length === 0) {
    const ids = checked.workspaces.flatMap(({ corpus }) => corpus.qualifications.map(({ id }) => id));
    const meant = named === undefined ? null : suggest(named, ids);
    const how = meant === null ? `${code("qualspec list")} shows what there is` : `did you mean ${code(meant)}?`;
    return {
      message: `No qualification ${named === undefined ? "here" : code(named)}; ${how}`,
      exitCode: exitCode.usage,
    };
  }
  const broken = qualifications.find(({ isComplete }) => !isComplete);
  if (broken === undefined) return null;
  const { errors } = summarise(checked.findings, checked.files);
  const message = `Nothing can be said about ${code(broken.id)} while units that it names are missing or broken (${countOf(errors, "error")})`;
  return { message, exitCode: exitCode.findings };
}

/** More ids than can be read in a message stand in the list. */
function someOf(ids: readonly string[]): string {
  return ids.length > 12 ? `those that ${code("qualspec list")} shows` : joinWords(ids.map(code));
}

function isId(named: string): boolean {
  return /^[\w-]+$/u.test(named);
}

async function proveAll(qualifications: readonly Qualification[], chosen: readonly string[] | null) {
  const { prove } = await import("../routes/prove.ts");
  const { TooManyEdges } = await import("../routes/graph.ts");
  const { proofOf } = await import("../rules/proof-of.ts");
  return qualifications.map((qualification) => {
    const structure = structureOf(qualification);
    const ids = structure.units.map(({ id }) => id);
    const unknown = chosen?.find((id) => !ids.includes(id));
    if (unknown !== undefined) {
      const meant = suggest(unknown, ids);
      throw usageError(
        `No unit ${code(unknown)} in ${code(qualification.id)}; ${meant === null ? `it has ${someOf(ids)}` : `did you mean ${code(meant)}?`}`,
      );
    }
    try {
      // What the rules have worked out already.
      const known = proofOf(qualification)?.answer;
      return { id: qualification.id, title: qualification.title, structure, proof: prove(structure, chosen, known) };
    } catch (error) {
      if (!(error instanceof TooManyEdges)) throw error;
      throw environmentError(
        `The rules of combination of ${code(qualification.id)} are too entangled to be proved within the steps that are allowed; fewer constraints over many units would help`,
      );
    }
  });
}
