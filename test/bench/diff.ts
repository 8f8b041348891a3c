import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../bundle.config.ts";
import { compare, type Side } from "../../src/diff/compare.ts";
import { buildQualification } from "../../src/model/build-qualification.ts";
import { buildUnit } from "../../src/model/build-unit.ts";
import type { InlineUnitShape } from "../../src/schema/shapes.ts";
import { nowhere } from "../diff/edit-scripts.ts";
import { chooser } from "../fuzz/random.ts";

/**
 * Prints how long it takes to compare 1,000 units with what became of them: `npm run bench:diff`. Comparing alone, in
 * process, is told in milliseconds of the processor, which other work on the machine does not lengthen.
 */

const count = 1000;
const rounds = 3;
const launcher = fileURLToPath(new URL("../../bin/qualspec.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));
const choose = chooser(7);
const syllables = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi bra cle dri flo gru ple sti tro".split(" ");
const word = () => Array.from({ length: 2 + choose(2) }, () => syllables[choose(syllables.length)]).join("");
const words = (length: number) => Array.from({ length }, word).join(" ");

type Outcome = InlineUnitShape["learningOutcomes"][number];

function makeUnit(_: unknown, at: number): InlineUnitShape {
  const criterion = (place: number) => ({ criterion: `Explain how ${words(6)}`, key: `c${place}` });
  const outcome = (_one: unknown, place: number): Outcome => ({
    outcome: `Understand ${words(4)}`,
    key: `o${place}`,
    assessmentCriteria: Array.from({ length: 5 }, (_two, own) => criterion(place * 10 + own)),
  });
  return { id: `u${at}`, title: words(4), level: 2, credit: 3, learningOutcomes: Array.from({ length: 4 }, outcome) };
}

/** Three criteria in ten in other words, one unit in ten under another id, one outcome in twenty in another order. */
function edit(unit: InlineUnitShape, at: number): InlineUnitShape {
  const reworded = (text: string) => (choose(10) < 3 ? `${text.replace("Explain", "Describe")} and ${word()}` : text);
  const learningOutcomes = unit.learningOutcomes.map((outcome) => {
    const criteria = (outcome.assessmentCriteria ?? []).map((one) =>
      typeof one === "string" ? one : { ...one, criterion: reworded(one.criterion) },
    );
    return { ...outcome, assessmentCriteria: choose(20) === 0 ? criteria.toReversed() : criteria };
  });
  return { ...unit, id: at % 10 === 0 ? `other${at}` : unit.id, learningOutcomes };
}

function withoutKeys(unit: InlineUnitShape): InlineUnitShape {
  return JSON.parse(
    JSON.stringify(unit, (name, value: unknown) => (name === "key" ? undefined : value)),
  ) as InlineUnitShape;
}

await build();
try {
  const before = Array.from({ length: count }, makeUnit);
  const after = before.map(edit);
  const alone = (units: readonly InlineUnitShape[]) => sideOf(units, 0);
  const inProcess = [
    ["nothing has changed", alone(before), alone(before)],
    ["a third is reworded, with keys", alone(before), alone(after)],
    ["the same without keys", alone(before.map(withoutKeys)), alone(after.map(withoutKeys))],
    ["20 qualifications, each with a unit less to choose from", sideOf(before, 20), sideOf(before, 20, 1)],
  ] as const;
  const rows = inProcess.map(
    ([name, old, now]) => `| ${name} | ${median(() => cpuTimeOf(old(), now())).toFixed(0)} ms |\n`,
  );
  write("old", before);
  write("new", after);
  write("few", [...after.slice(0, 20), ...before.slice(20)]);
  const whole = [
    ["20 units of 1,000 have changed", "few"],
    ["a third of all criteria is reworded", "new"],
  ] as const;
  const ratios = whole.map(([name, side]) => `| ${name} | ${median(() => ratioOf(side)).toFixed(1)} |\n`);
  process.stdout.write(
    `Node ${process.version}, ${count} units of 20 criteria, medians of ${rounds} rounds\n\n| Comparing alone, below 1000 ms | measured |\n| --- | ---: |\n${rows.join("")}\n| \`qualspec diff\`, reading both sides included, against \`node -e 0\` | measured |\n| --- | ---: |\n${ratios.join("")}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function median(measure: () => number): number {
  const all = Array.from({ length: rounds }, measure).sort((a, b) => a - b);
  return all[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Models made anew for each round: of the units, and of so many qualifications that share them out, each with some left out. */
function sideOf(units: readonly InlineUnitShape[], many: number, left = 0): () => Side {
  return () => {
    const built = new Map(units.map((source) => [source.id, buildUnit(nowhere, [], source, "en-GB")]));
    const qualifications = Array.from({ length: many }, (_, at) => {
      const own = [...built.keys()].filter((_id, place) => place % many === at);
      const groups = [
        { id: "M", require: "all" as const, units: own.slice(0, 10) },
        { id: "O", require: { credit: { min: 30 } }, units: own.slice(10, own.length - left) },
      ];
      const rulesOfCombination = { groups, barred: [own.slice(10, 12), own.slice(14, 16)] };
      const source = { kind: "qualification" as const, id: `q${at}`, title: `Q ${at}`, rulesOfCombination };
      return buildQualification(nowhere, source, "en-GB", (id) => built.get(id) ?? null);
    });
    return { qualifications, units: [...built.values()], frameworks: [] };
  };
}

function cpuTimeOf(old: Side, now: Side): number {
  const start = process.cpuUsage();
  compare(old, now);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function write(side: string, units: readonly InlineUnitShape[]): void {
  mkdirSync(join(folder, side));
  // JSON is YAML.
  for (const unit of units)
    writeFileSync(join(folder, side, `${unit.id}.yaml`), JSON.stringify({ kind: "unit", ...unit }, null, 2));
}

function ratioOf(side: string): number {
  return timeOf([launcher, "diff", join(folder, "old"), join(folder, side), "--format", "json"]) / timeOf(["-e", "0"]);
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1024 ** 3 });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  return performance.now() - start;
}
