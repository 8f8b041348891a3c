import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { runQualspec } from "../run-qualspec.ts";
import type { Step } from "./parse-transcript.ts";

/** What a block should have held. */
export interface Answer {
  readonly step: Step;
  readonly body: string;
}

/** Makes the files and runs the commands of a scenario, in order. @returns what each block that expects something got. */
export function playScenario(steps: readonly Step[], folder: string): readonly Answer[] {
  return steps.flatMap((step) => {
    if (step.kind === "console") return [{ step, body: playConsole(step.body, folder) }];
    if (step.kind === "files") return [{ step, body: listFiles(join(folder, step.path)) }];
    writeGiven(step, folder);
    return [];
  });
}

function writeGiven({ path, flags, body }: Step, folder: string): void {
  const target = join(folder, path);
  const text = flags.includes("crlf") ? body.replaceAll("\n", "\r\n") : body;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, flags.includes("bom") ? `\uFEFF${text}` : text);
}

function playConsole(body: string, folder: string): string {
  const lines = body.split("\n").filter((line) => line.startsWith("$ "));
  if (lines.length === 0) throw new Error("A console block without a line that begins with `$ `");
  let cwd = folder;
  const played = lines.map((line) => {
    const words = [...line.slice(2).matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    if (words[0] === "cd") cwd = resolve(cwd, words[1] ?? "");
    return `${line}\n${words[0] === "cd" ? "" : answerTo(words, cwd, folder)}`;
  });
  return played.join("\n");
}

function answerTo([name, ...words]: readonly string[], cwd: string, folder: string): string {
  if (name !== "qualspec") throw new Error(`Unexpected command ${name}, expected qualspec or cd`);
  const from = words.indexOf("<");
  const args = from === -1 ? words : words.slice(0, from);
  const input = from === -1 ? "" : readFileSync(join(cwd, words[from + 1] ?? ""), "utf8");
  const { stdout, stderr, code } = runQualspec(args, { cwd, input, env: { NO_COLOR: "1" } });
  const text = hideFolder(asLines(stdout, "") + asLines(stderr, "! "), folder);
  if (/^(?:\$ |`{3})/mu.test(text)) throw new Error("An answer with a line that a transcript reads as its own");
  return `${text}exit ${code}\n`;
}

/** Whole lines with a mark before each: what does not end with a line end says so. */
function asLines(text: string, mark: string): string {
  if (text === "") return "";
  const whole = text.endsWith("\n") ? text.slice(0, -1) : `${text} (without a line end)`;
  return whole
    .split("\n")
    .map((line) => `${line === "" ? mark.trimEnd() : mark + line}\n`)
    .join("");
}

/** The folder has another name in each run, and in JSON its backslashes are doubled. */
function hideFolder(text: string, folder: string): string {
  return text.replaceAll(folder, "<folder>").replaceAll(JSON.stringify(folder).slice(1, -1), "<folder>");
}

/** Nothing where there is no such folder: what a command that refuses leaves behind. */
function listFiles(folder: string): string {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return files
    .sort()
    .map((file) => `${file}\n`)
    .join("");
}
