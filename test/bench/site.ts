import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { build } from "../../bundle.config.ts";
import { Index } from "../../templates/program/site/search/index.ts";

/**
 * Prints how long a website of many qualifications takes, each with six units, and how long an answer of its search:
 * `npm run bench:site -- 1000`, or fewer where that takes too long. Beside the seconds of the clock stand those that the
 * processors worked, so that what else the machine does counts little, and both against checking the same files.
 */

const qualifications = Number(process.argv[2] ?? 200);
const unitsOfEach = 6;
const launcher = fileURLToPath(new URL("../../bin/qualspec.js", import.meta.url));
const specs = fileURLToPath(new URL("../../specs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));
const used = join(folder, "used.json");
const hook = join(folder, "hook.mjs");
writeFileSync(
  hook,
  `import { existsSync, readFileSync, writeFileSync } from "node:fs";
process.on("exit", () => {
  // What Linux counts as the most memory begins with that of the program which started this one.
  const most = existsSync("/proc/self/status") ? /VmHWM:\\s*(\\d+)/u.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : null;
  const used = process.resourceUsage();
  writeFileSync(${JSON.stringify(used)}, JSON.stringify({ ...used, maxRSS: Number(most ?? used.maxRSS) }));
});
`,
);

await build();
try {
  const { path, bytes } = writeMany();
  const out = join(folder, "site");
  const site = (...more: readonly string[]) => run("site", path, "--out", out, ...more);
  const check = run("check", path);
  const pages = site("--no-papers");
  const large = largestPage(out);
  const search = await timeSearch(out);
  rmSync(out, { recursive: true });
  const made = site();
  const again = site();
  changeUnit(path);
  const all = [
    ["check alone", check],
    ["website without papers", pages],
    ["website with workbooks and checklists", made],
    ["the same again, nothing changed", again],
    ["again, one unit changed", site()],
  ] as const;
  const size = (bytes / 1e6).toFixed(0);
  process.stdout.write(
    [
      `Node ${process.version}, ${qualifications} qualifications with ${qualifications * unitsOfEach} units, ${size} MB of YAML\n`,
      "| What | seconds | against check | of processor | against check | memory |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
      ...all.map(
        ([name, one]) =>
          `| ${name} | ${one.wall.toFixed(0)} | ${(one.wall / check.wall).toFixed(1)} | ${one.processor.toFixed(0)} | ${(one.processor / check.processor).toFixed(1)} | ${one.memory.toFixed(0)} MB |`,
      ),
      "",
      `Largest page: ${(large / 1000).toFixed(0)} KB`,
      `Search: index of ${(search.bytes / 1e6).toFixed(1)} MB in ${search.files} files, loaded in ${search.load.toFixed(0)} ms; an answer takes ${search.median.toFixed(0)} ms, the slowest of ${search.asked} ${search.slowest.toFixed(0)} ms (at most 100)`,
      "",
    ].join("\n"),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(...args: readonly string[]) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", pathToFileURL(hook).href, launcher, ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(used, "utf8")) as NodeJS.ResourceUsage;
  return { wall, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}

/** Each qualification has copies of units of ours, with titles of their own; two are mandatory, the others optional. */
function writeMany(): { readonly path: string; readonly bytes: number } {
  const path = join(folder, "many");
  for (const name of ["qualifications", "units"]) mkdirSync(join(path, name), { recursive: true });
  cpSync(join(specs, "frameworks"), join(path, "frameworks"), { recursive: true });
  writeFileSync(join(path, "qualspec.yaml"), "format: 1\n");
  const names = readdirSync(join(specs, "units")).sort();
  const texts = names.map((name) => readFileSync(join(specs, "units", name), "utf8"));
  const words = [...new Set(texts.join(" ").match(/[a-z]{5,}/gu) ?? [])].sort();
  const word = (seed: number) => words[(seed * 7919) % words.length] ?? "";
  const figures = { level: 3, credit: 3, guidedLearningHours: 20, totalUnitTime: 30 };
  const sums = { credit: 12, guidedLearningHours: 80, totalQualificationTime: 120 };
  const template = readFileSync(join(specs, "qualifications", "l3-community-horticulture.yaml"), "utf8");
  const [head = "", rest = ""] = template.split(/^rulesOfCombination:\n(?: .*\n)*/mu);
  let bytes = 0;
  const write = (name: string, text: string) => {
    bytes += Buffer.byteLength(text);
    writeFileSync(join(path, name), text);
  };
  for (let number = 1; number <= qualifications; number += 1) {
    const ids = Array.from({ length: unitsOfEach }, (_, at) => `u${number}-${at}`);
    for (const [at, id] of ids.entries()) {
      const seed = number * unitsOfEach + at;
      const text = (texts[seed % texts.length] ?? "").replace(/^ownerReference: .*$/mu, `ownerReference: U${seed}`);
      const titled = text.replace(/^title: /mu, `title: ${word(seed)} ${word(seed * 31)} `);
      write(`units/${id}.yaml`, setFigures(titled.replace(/^id: .*$/mu, `id: ${id}`), figures));
    }
    const groups = `rulesOfCombination:\n  groups:\n    - { id: M, title: Mandatory units, require: all, units: [${ids.slice(0, 2)}] }\n    - { id: O, title: Optional units, require: { units: { min: 2, max: 3 } }, units: [${ids.slice(2)}] }\n`;
    const own = head.replace(/^id: .*$/mu, `id: q${number}`).replace(/^title: (.*)$/mu, `title: $1 ${number}`);
    write(`qualifications/q${number}.yaml`, `${setFigures(own, sums)}${groups}${rest}`);
  }
  return { path, bytes };
}

function changeUnit(path: string): void {
  const unit = join(path, "units", "u1-0.yaml");
  writeFileSync(unit, readFileSync(unit, "utf8").replace(/^title: /mu, "title: Changed "));
}

function setFigures(text: string, figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures).reduce(
    (sofar, [key, value]) => sofar.replace(new RegExp(`^${key}: .*$`, "mu"), `${key}: ${value}`),
    text,
  );
}

function largestPage(out: string): number {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  return Math.max(...pages.map((name) => statSync(join(out, name)).size));
}

/** The program of the page itself, with the files that it would load. */
async function timeSearch(out: string) {
  const assets = join(out, "assets", "search");
  const files = readdirSync(assets).filter((name) => name.startsWith("index-"));
  const index = new Index((name) => {
    runInThisContext(readFileSync(join(assets, name), "utf8"));
  });
  const start = process.cpuUsage();
  index.load();
  const load = process.cpuUsage(start).user / 1000;
  const asked = [
    "evaluate the risk of",
    "safeguarding",
    "soil structure",
    "communicate with people",
    "propogate",
    "u4321",
    "u4321 9.4b",
    "1.2",
  ];
  const keys = asked.flatMap((query) =>
    Array.from(query, (_, at) => query.slice(0, at + 1)).filter((one) => one.length > 1),
  );
  const times = keys.map((query) => {
    const before = process.cpuUsage();
    index.find(query);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const sorted = times.toSorted((a, b) => a - b);
  return {
    files: files.length,
    bytes: files.reduce((sum, name) => sum + statSync(join(assets, name)).size, 0),
    load,
    asked: keys.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    slowest: sorted.at(-1) ?? 0,
  };
}
