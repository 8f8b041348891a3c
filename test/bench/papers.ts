import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "../../bundle.config.ts";

/**
 * Prints how quickly papers are made: `npm run bench:papers`. Whole commands are timed, with reading and checking, as
 * multiples of a Node that does nothing; PDF is left out where its engine is not installed.
 */

const rounds = 3;
const packs = 100;
const units = 15;
const launcher = fileURLToPath(new URL("../../bin/qualspec.js", import.meta.url));
const specs = fileURLToPath(new URL("../../specs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));
const memory = join(folder, "memory");

/** Says at the end how much memory the command took at most, in kilobytes. */
const hook = join(folder, "hook.mjs");
writeFileSync(
  hook,
  `import { writeFileSync } from "node:fs";\nprocess.on("exit", () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));\n`,
);

await build();
try {
  const one = join(specs, "qualifications", "l2-adult-social-care-cert.yaml");
  const rows = ["html", "md", "docx", "pdf"].flatMap((form) => measure(`every paper as ${form}`, one, form));
  const many = measure(`packs of ${packs} qualifications`, writeMany(), "html,docx");
  process.stdout.write(
    `Node ${process.version}, a qualification of ${units} units, medians of ${rounds} rounds (packs: one)\n\n| What is made | papers a second | against \`node -e 0\` | memory | written |\n| --- | ---: | ---: | ---: | ---: |\n${[...rows, ...many].join("")}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(what: string, path: string, forms: string): readonly string[] {
  const isPack = forms.includes(",");
  const runs = Array.from({ length: isPack ? 1 : rounds }, () => {
    const out = join(folder, "out");
    rmSync(out, { recursive: true, force: true });
    const nothing = timeOf(["-e", "0"]);
    const verb = isPack ? ["pack"] : ["build", "--all"];
    const time = timeOf(["--import", pathToFileURL(hook).href, launcher, ...verb, path, "--to", forms, "--out", out]);
    if (time === Number.POSITIVE_INFINITY) return null;
    return { time, ratio: time / nothing, memory: Number(readFileSync(memory, "utf8")) / 1024, ...sizeOf(out) };
  });
  const done = runs.flatMap((run) => run ?? []).sort((a, b) => a.time - b.time);
  const middle = done[Math.floor(done.length / 2)];
  if (middle === undefined) return [];
  const { time, ratio, memory: most, files, bytes } = middle;
  const megabytes = (count: number) => `${count.toFixed(0)} MB`;
  return [
    `| ${what} | ${((files / time) * 1000).toFixed(0)} | ${ratio.toFixed(1)} | ${megabytes(most)} | ${files} files, ${megabytes(bytes / 1e6)} |\n`,
  ];
}

/** Milliseconds; without end where the machine has no engine for PDF. */
function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const time = performance.now() - start;
  if (status === 3 && args.includes("pdf")) return Number.POSITIVE_INFINITY;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  return time;
}

function sizeOf(out: string) {
  const names = readdirSync(out, { recursive: true, encoding: "utf8" }).map((name) => join(out, name));
  const files = names.map((name) => statSync(name)).filter((one) => one.isFile());
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

/** Copies of a qualification under other ids, each with units of its own. */
function writeMany(): string {
  const many = join(folder, "many");
  mkdirSync(many);
  cpSync(join(specs, "frameworks"), join(many, "frameworks"), { recursive: true });
  const read = (...path: readonly string[]) => readFileSync(join(specs, ...path), "utf8");
  const names = Array.from({ length: units }, (_, at) => `asc${String(at + 1).padStart(2, "0")}`);
  const rename = (text: string, number: number) => text.replace(/\basc(\d\d)\b/gu, `asc$1-${number}`);
  for (let number = 1; number <= packs; number += 1) {
    const id = `qualification-${number}`;
    const text = read("qualifications", "l2-adult-social-care-cert.yaml").replace(/^id: .*$/mu, `id: ${id}`);
    writeFileSync(join(many, `${id}.yaml`), rename(text, number));
    for (const name of names) {
      writeFileSync(join(many, `${name}-${number}.yaml`), rename(read("units", `${name}.yaml`), number));
    }
  }
  return many;
}
