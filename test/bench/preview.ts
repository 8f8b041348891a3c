import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../../bundle.config.ts";
import { qualification, writeLargeWorkspace } from "./large-workspace.ts";

/**
 * Prints how long it takes from saving a file, in a workspace of 1,000, until a page of the preview has been told and
 * given the paper anew: `npm run bench:preview`. Figures are ratios against a Node that does nothing, which takes some
 * 60 ms on the machine that they were first measured on: below 16, a saved change is on screen within a second.
 */

const files = 1000;
const rounds = 9;
/** Milliseconds after which something is wrong. */
const longest = 60_000;
const launcher = fileURLToPath(new URL("../../bin/qualspec.js", import.meta.url));

interface Edit {
  readonly figure: string;
  readonly path: string;
  /** Of the qualification whose paper is looked at. */
  readonly copy: number;
  readonly change: (text: string, round: number) => string;
  /** Whether the page around the paper, and the paper, show it. */
  readonly isShown: (page: string, paper: string, round: number) => boolean;
}

const edits: readonly Edit[] = [
  {
    figure: "a title is reworded",
    path: "units/hort-soil-7.yaml",
    copy: 7,
    change: (text, round) => text.replace(/^title: .*/mu, `title: Soil ${round}`),
    isShown: (_page, paper, round) => paper.includes(`Soil ${round}<`),
  },
  {
    figure: "a file breaks, or is mended",
    path: "units/hort-food-8.yaml",
    copy: 8,
    change: (text, round) => (round % 2 === 0 ? `${text}"` : text.slice(0, -1)),
    isShown: (page, _paper, round) => page.includes("could no longer be read") === (round % 2 === 0),
  },
  {
    figure: "a rule is set otherwise",
    path: "qualspec.yaml",
    copy: 9,
    change: (_text, round) => `rules: { ${round % 2 === 0 ? "no-such-rule" : "vague-criterion"}: off }\n`,
    isShown: (page, _paper, round) => page.includes("no-such-rule") === (round % 2 === 0),
  },
];

await build();
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));
try {
  const count = writeLargeWorkspace(folder, files);
  const rows = await measure();
  const lines = rows.map(
    ({ figure, ratios, times }) =>
      `| ${figure} | ${median(times).toFixed(0)} ms | ${median(ratios).toFixed(1)} | 16.0 |\n`,
  );
  process.stdout.write(
    `Node ${process.version}, ${count} files, medians of ${rounds} rounds\n\n| from saving to the paper | measured | against \`node -e 0\` | at most |\n| --- | ---: | ---: | ---: |\n${lines.join("")}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Shipped units and their qualification, again and again under other names. */
interface Row {
  readonly figure: string;
  readonly ratios: number[];
  readonly times: number[];
}

async function measure(): Promise<readonly Row[]> {
  const server = spawn(process.execPath, [launcher, "preview"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  const rows = edits.map(({ figure }): Row => ({ figure, ratios: [], times: [] }));
  try {
    const address = await new Promise<string>((resolve) => {
      server.stdout.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()));
    });
    const told = await listen(address);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, one] of edits.entries()) {
        const least = timeOf(["-e", "0"]);
        const time = await timeToShow(one, round, address, told);
        rows[at]?.times.push(time);
        rows[at]?.ratios.push(time / least);
      }
    }
    return rows;
  } finally {
    server.kill("SIGINT");
  }
}

async function timeToShow(one: Edit, round: number, address: string, told: () => Promise<void>): Promise<number> {
  const path = join(folder, one.path);
  const text = one.change(readFileSync(path, "utf8"), round);
  const start = performance.now();
  writeFileSync(path, text);
  const place = `${qualification}-${one.copy}/learner-workbook`;
  for (;;) {
    await told();
    if (performance.now() - start > longest) throw new Error(`${one.figure}: not shown`);
    const [page, paper] = [await read(`${address}about/${place}`), await read(`${address}paper/${place}`)];
    if (one.isShown(page, paper, round)) return performance.now() - start;
  }
}

/** The line on which pages are told of each check: the next that was not asked for yet can be waited for. */
async function listen(address: string): Promise<() => Promise<void>> {
  let count = 0;
  let asked = 0;
  let wake = () => {};
  const reader = (await fetch(`${address}events`)).body?.getReader();
  const follow = async () => {
    while (reader !== undefined && !(await reader.read()).done) {
      count += 1;
      wake();
    }
  };
  void follow().catch(() => {});
  return async () => {
    if (count === asked)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    asked = count;
  };
}

async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  return answer.text();
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - start;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
}
