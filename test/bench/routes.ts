import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../bundle.config.ts";
import { solve } from "../../src/routes/solve.ts";
import type { Structure } from "../../src/routes/structure.ts";
import { constraint, largeStructure } from "../routes/large-structure.ts";
import { patterns } from "../routes/patterns.ts";
import { writeStructure } from "../routes/write-structure.ts";

/** Prints how long `qualspec routes` takes on large structures, against a Node that does nothing: `npm run bench:routes`. */

const rounds = 5;
const launcher = fileURLToPath(new URL("../../bin/qualspec.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));

const large: readonly (readonly [name: string, atMost: number, structure: Structure])[] = [
  ["150 units in 8 groups, 40 barred pairs, a level floor over all", 20, largeStructure(0, { floors: 1 })],
  ["the same, other numbers", 20, largeStructure(1, { floors: 1 })],
  ["the same with credits up to 15", 20, largeStructure(2, { floors: 1, mostCredit: 15 })],
  ["the same with two floors over all", 22, largeStructure(3, { floors: 2 })],
  ["150 units in one group, a 46-digit count", 14, inOneGroup()],
  ["300 units in 12 groups, 60 barred pairs", 48, largeStructure(5, { units: 300, groups: 12, barred: 60, floors: 1 })],
];

await build();
try {
  const rows = large.map(([name, atMost, structure]) => {
    const measured = measure(structure);
    return `| ${name} | ${measured.toFixed(1)} | ${atMost.toFixed(1)} |\n`;
  });
  process.stdout.write(
    `Node ${process.version}, medians of ${rounds} rounds\n\n| \`qualspec routes\`, against \`node -e 0\` | measured | at most |\n| --- | ---: | ---: |\n${rows.join("")}\n${slowestPattern()}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Nothing but a minimum of credit, and one at a level. */
function inOneGroup(): Structure {
  const structure = largeStructure(4, { groups: 1, barred: 0, floors: 0 });
  return {
    ...structure,
    groups: structure.groups.map((group) => ({ ...group, credit: { min: 60 }, units: null })),
    constraints: [constraint({ credit: { min: 40 }, atLevel: { min: 4 } })],
  };
}

function measure(structure: Structure): number {
  const path = join(folder, "large.yaml");
  writeFileSync(path, writeStructure("large", structure));
  const ratios = Array.from({ length: rounds }, () => timeOf([launcher, "routes", path]) / timeOf(["-e", "0"]));
  return ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  return performance.now() - start;
}

/** In one process, each the median of its rounds. */
function slowestPattern(): string {
  const times = patterns.map(({ name, structure }) => {
    const own = Array.from({ length: rounds }, () => {
      const start = performance.now();
      solve(structure);
      return performance.now() - start;
    });
    return { name, time: own.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN };
  });
  const slowest = times.reduce((most, one) => (one.time > most.time ? one : most));
  return `Slowest of ${patterns.length} patterns: ${slowest.time.toFixed(1)} ms (${slowest.name}), expected below 50 ms\n`;
}
