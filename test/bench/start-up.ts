import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../bundle.config.ts";
import { findNpm, installPackage, sizeOf } from "../install-package.ts";

/** Prints how long the command takes to start and to check, against a Node that does nothing: `npm run bench`. */

const rounds = 25;
const launcher = fileURLToPath(new URL("../../bin/qualspec.js", import.meta.url));
const specs = fileURLToPath(new URL("../../specs", import.meta.url));

await build();
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));
try {
  process.stdout.write(`Node ${process.version}, medians of ${rounds} rounds\n\n${table(measure())}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Figure {
  readonly figure: string;
  readonly measured: string;
  readonly atMost: string;
}

function measure(): readonly Figure[] {
  const large = writeLargeQualification();
  const runs = [
    { figure: "`qualspec --version`", atMost: 1.5, args: [launcher, "--version"] },
    {
      figure: "`qualspec check` of one unit of 8 KB",
      atMost: 2.7,
      args: [launcher, "check", join(specs, "units", "hort-soil.yaml")],
    },
    {
      figure: `\`qualspec check\` of a qualification with its units, ${Math.round(large.bytes / 1000)} KB`,
      atMost: 5.3,
      args: [launcher, "check", large.path],
    },
  ];
  const measured = medianRatios(
    ["-e", "0"],
    runs.map(({ args }) => args),
  );
  const ratios = runs.map(({ figure, atMost }, at) => ({
    figure: `${figure}, against \`node -e 0\``,
    measured: (measured[at] ?? Number.NaN).toFixed(2),
    atMost: atMost.toFixed(2),
  }));
  return [...ratios, { figure: "Installed package", measured: installedSize(), atMost: "5.00 MB" }];
}

/**
 * How many times as long as `nothing` each of the commands takes: the median over the rounds. In a round all take their
 * turn, so that what else the machine does at the time hits all alike.
 */
function medianRatios(nothing: readonly string[], commands: readonly (readonly string[])[]): readonly number[] {
  const ratios = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    const least = timeOf(nothing);
    for (const [at, args] of commands.entries()) ratios[at]?.push(timeOf(args) / least);
  }
  return ratios.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN);
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return time;
}

/** A shipped qualification, to which units are added under other names until all of it is 100 KB. */
function writeLargeQualification(): { readonly path: string; readonly bytes: number } {
  const id = "l3-community-horticulture";
  const path = join(folder, `${id}.yaml`);
  cpSync(join(specs, "units"), folder, { recursive: true, filter: (name) => !/asc\d+\.yaml$/u.test(name) });
  let text = readFileSync(join(specs, "qualifications", `${id}.yaml`), "utf8");
  for (let copy = 2; text.length + sizeOf(folder) < 100_000; copy += 1) {
    const unit = readFileSync(join(specs, "units", "hort-food.yaml"), "utf8");
    writeFileSync(join(folder, `hort-food-${copy}.yaml`), unit.replace("id: hort-food", `id: hort-food-${copy}`));
    text = text.replace("hort-food,", `hort-food, hort-food-${copy},`);
  }
  writeFileSync(path, text);
  return { path, bytes: sizeOf(folder) };
}

function installedSize(): string {
  const npm = findNpm();
  if (npm === undefined) return "not measured: npm has to run this";
  const place = join(folder, "package");
  mkdirSync(place);
  return `${(sizeOf(installPackage(npm, place)) / 1024 / 1024).toFixed(2)} MB`;
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, measured, atMost }) => `| ${figure} | ${measured} | ${atMost} |\n`);
  return `| figure | measured | at most |\n| --- | ---: | ---: |\n${rows.join("")}`;
}
