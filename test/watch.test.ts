import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeInto } from "./check-folder.ts";
import { emptyFolder, environment, launcher } from "./run-qualspec.ts";

/** `check --watch` as an editor runs it: each round stands between the lines that its problem matcher knows. */

const unit = (id: string, level = 3) =>
  `kind: unit\nid: ${id}\ntitle: A\nreference: none\nlevel: ${level}\ncredit: none\nguidedLearningHours: 2\naim: A\nlearningOutcomes:\n  - { outcome: Know A, evidence: { methods: [questioning] }, assessmentCriteria: [State A] }\n`;
const sound = "Checked 1 file: nothing wrong found.";
const wrong = "Checked 1 file: 1 error.";

interface Step {
  readonly when: string;
  readonly change: (folder: string) => void;
  /** The rules that are named, in order, and the last line. */
  readonly says: readonly string[];
}

const steps: readonly Step[] = [
  { when: "it begins", change: () => {}, says: [sound] },
  {
    when: "a file is saved",
    change: (folder) => writeFileSync(join(folder, "specs", "a.yaml"), unit("a", 9)),
    says: ["specs/a.yaml:5:8 out-of-range", wrong],
  },
  {
    when: "a file is saved by putting another in its place",
    change: (folder) => {
      writeFileSync(join(folder, "specs", "a.yaml~"), unit("a", 4));
      renameSync(join(folder, "specs", "a.yaml~"), join(folder, "specs", "a.yaml"));
    },
    says: [sound],
  },
  {
    when: "there is a new file in a new folder",
    change: (folder) => writeInto(folder, { "specs/more/b.yaml": unit("c") }),
    says: ["specs/more/b.yaml:2:5 file-named-by-id", "Checked 2 files: 1 error."],
  },
  {
    when: "the folder is removed",
    change: (folder) => rmSync(join(folder, "specs", "more"), { recursive: true }),
    says: [sound],
  },
  {
    when: "the settings cannot be read",
    change: (folder) => writeFileSync(join(folder, "qualspec.yaml"), "format: 9\n"),
    says: ["qualspec.yaml:1:9 wrong-type", "Checked 0 files: not finished."],
  },
  {
    when: "the settings name a brand that is not there",
    change: (folder) => writeFileSync(join(folder, "qualspec.yaml"), "specs: [specs]\nhouse: { brand: brand }\n"),
    says: ["qualspec.yaml:2:17 brand-folder", wrong],
  },
  {
    when: "the brand is there, outside of all specifications",
    change: (folder) => writeInto(folder, { "brand/brand.yaml": "footer: Example Awards\ncolours: { accent: red }\n" }),
    says: ["brand/brand.yaml:2:20 wrong-form", wrong],
  },
  {
    when: "the brand is mended",
    change: (folder) => writeInto(folder, { "brand/brand.yaml": "footer: Example Awards\n" }),
    says: [sound],
  },
  {
    when: "all specifications are gone",
    change: (folder) => renameSync(join(folder, "specs"), join(folder, "elsewhere")),
    says: ["Checked 0 files: not finished."],
  },
  {
    when: "they are back",
    change: (folder) => {
      mkdirSync(join(folder, "specs"));
      writeFileSync(join(folder, "specs", "a.yaml"), unit("a", 9));
    },
    says: ["specs/a.yaml:5:8 out-of-range", wrong],
  },
];

test("whatever changes is reported anew, until Ctrl+C", { timeout: 60_000 }, async () => {
  const folder = emptyFolder();
  writeInto(folder, { "qualspec.yaml": "specs: [specs]\n", "specs/a.yaml": unit("a"), "out/old.yaml": unit("z") });
  const child = spawn(process.execPath, [launcher, "check", "--watch", "--format", "compact"], {
    cwd: folder,
    env: environment(),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const rounds = readRounds(child);
  const [first, ...others] = steps;
  expect(await rounds.next(first?.says ?? [])).toEqual(first?.says);
  // What is made, and what nobody reads, is no change.
  writeInto(folder, {
    "out/made.yaml": unit("y"),
    "notes.txt": "-",
    "specs/.b.yaml.swp": "-",
    "specs/.git/c.yaml": "-",
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(rounds.isQuiet()).toBe(true);
  for (const { when, change, says } of others) {
    change(folder);
    expect(await rounds.next(says), when).toEqual(says);
  }
  const ended = new Promise((resolve) => {
    child.once("exit", resolve);
  });
  child.kill("SIGINT");
  // Windows knows no such signal: there it ends the process.
  expect(await ended).toBe(process.platform === "win32" ? null : 1);
});

/** The rounds that a watch prints, each as its findings, with place and rule, and its last line. */
function readRounds({ stdout }: ChildProcess) {
  let text = "";
  let wake = () => {};
  stdout?.setEncoding("utf8").on("data", (more: string) => {
    text += more;
    wake();
  });
  const take = (): readonly string[] | null => {
    const round = /^Checking \.\.\.\n([\s\S]*?^Checked \d+ files?: .*\n)/mu.exec(text);
    if (round === null) return null;
    text = text.slice(round[0].length);
    const lines = (round[1] ?? "").trimEnd().split("\n");
    return lines.map((line) => line.replace(/^(\S+:\d+:\d+): \w+ (\S+) .+$/u, "$1 $2"));
  };
  return {
    /** A change may be met half-way: what is said then is passed over. */
    next: async (wanted: readonly string[]): Promise<readonly string[]> => {
      let said: readonly string[] = [];
      const end = Date.now() + 10_000;
      while (Date.now() < end) {
        const round = take();
        if (round !== null) said = round;
        if (round !== null && round.join() === wanted.join()) return round;
        if (round !== null) continue;
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          new Promise((resolve) => setTimeout(resolve, 1_000)),
        ]);
      }
      return said;
    },
    isQuiet: () => text === "",
  };
}
