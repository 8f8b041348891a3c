import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../bundle.config.ts";
import { Editor, positionAt } from "../lsp/editor.ts";
import { writeLargeWorkspace } from "./large-workspace.ts";

/**
 * Prints how long an editor waits for `qualspec lsp` in a workspace of 1,000 files: `npm run bench:lsp`. From a key to
 * findings there is a pause of 300 ms in which more may be typed, which is taken off.
 */

const files = 1000;
const rounds = 15;
const pause = 300;
const path = "units/hort-soil-7.yaml";

await build();
const folder = mkdtempSync(join(tmpdir(), "qualspec-bench-"));
const editor = new Editor(folder);
try {
  const count = writeLargeWorkspace(folder, files);
  const text = readFileSync(join(folder, path), "utf8");
  const [first] = await timesOf(1, async () => {
    await editor.start();
    await editor.write(path, text);
    await editor.findings(path);
  });
  // Whoever asks for a rename waits for the first look at the whole folder.
  const position = positionAt(text, text.indexOf("hort-soil-7"));
  const renaming = () => editor.request("textDocument/rename", path, { position, newName: "other-soil" });
  await renaming();
  const typed = await timesOf(rounds, async (round) => {
    await editor.write(path, text.replace(/^aim: /mu, `aim: ${"abcdefghijklmno".slice(0, round + 1)} `));
    await editor.findings(path);
  });
  const asked = (method: string) =>
    timesOf(rounds, () =>
      editor.request(`textDocument/${method}`, path, { position, context: { includeDeclaration: true } }),
    );
  const rows = [
    ["from opening a file to its findings", first ?? Number.NaN],
    ["from a key to findings, without the pause", median(typed) - pause],
    ["completion", median(await asked("completion"))],
    ["hover", median(await asked("hover"))],
    ["references", median(await asked("references"))],
    ["rename, with what would come of it", median(await timesOf(3, renaming))],
  ] as const;
  const lines = rows.map(([name, time]) => `| ${name} | ${time.toFixed(0)} ms |\n`);
  process.stdout.write(
    `Node ${process.version}, ${count} files, medians of ${rounds} rounds\n\n| \`qualspec lsp\` | measured |\n| --- | ---: |\n${lines.join("")}`,
  );
} finally {
  editor.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Between rounds is time to draw breath, as people leave it. */
async function timesOf(many: number, work: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < many; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return times;
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
}
