import type { Io } from "../../src/cli/io.ts";
import { UserError } from "../../src/cli/user-error.ts";
import { newCommand } from "../../src/commands/new.ts";
import { ioIn } from "../check-folder.ts";

export interface Begun {
  readonly code: number;
  readonly stdout: string;
  /** What was said between the questions, and the error. */
  readonly said: readonly string[];
  /** The questions, in order. */
  readonly asked: readonly string[];
}

/**
 * Runs `qualspec new` in a folder.
 *
 * @param answers what a person at the terminal types; null where there is no person
 */
export async function beginIn(
  folder: string,
  kind: string,
  options: Readonly<Record<string, string | boolean>>,
  answers: readonly string[] | null = null,
): Promise<Begun> {
  const said: string[] = [];
  const asked: string[] = [];
  let stdout = "";
  const queue = [...(answers ?? [])];
  const dialogue = {
    ask: async (question: string) => {
      asked.push(question);
      return queue.shift() ?? null;
    },
    close: () => {},
  };
  const io: Io = {
    ...ioIn(folder),
    out: { write: (text) => (stdout += text), isTerminal: false, columns: 80 },
    err: { write: (text) => said.push(text.trimEnd()), isTerminal: false, columns: 80 },
    ...(answers === null ? {} : { openDialogue: async () => dialogue }),
  };
  try {
    return { code: await newCommand.run(io, [kind], { format: "pretty", ...options }, "0.0.0"), stdout, said, asked };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    said.push(error.message);
    return { code: error.exitCode, stdout, said, asked };
  }
}

/** Answers to everything that a unit is asked for. */
export const unitAnswers = {
  title: "Bake bread",
  level: "2",
  totalHours: "20",
  guidedHours: "12",
  methods: "observation",
};

export const qualificationAnswers = {
  organisation: "Example Awards",
  title: "Example Awards Level 2 Award in Baking: bread & cakes",
  totalHours: "40",
  guidedHours: "12",
  purpose: "support-a-role, personal-growth",
  objective: "Prepares learners to bake.",
};

export const frameworkAnswers = {
  title: "Baking roles",
  edition: "2025-04-09",
  publisher: "Bakers",
  source: "https://example.org/roles",
};
