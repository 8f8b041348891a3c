import { availableParallelism } from "node:os";
import type { Dialogue } from "./dialogue.ts";

/** Everything that a command takes from the world around it, so that a test can be that world. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything on standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly out: Output;
  readonly err: Output;
  /** The day that it is where the user is, as year-month-day. */
  readonly today: () => string;
  /** The time of day there, as 14:03:09, for whoever watches a terminal; left out where nobody does. */
  readonly timeOfDay?: () => string;
  /** From now on the user who wants the work to stop (Ctrl+C) is heard by it; left out where nobody is there. */
  readonly hearStop?: () => StopSign;
  /** Begins to ask the user, on the terminal and not in what is printed; left out where nobody is there to answer. */
  readonly openDialogue?: () => Promise<Dialogue>;
  /** Standard input and output as they are, for a conversation with another program; left out where nobody is there. */
  readonly converse?: () => Conversation;
  /** Other threads that can share work; left out where there are none. */
  readonly threads?: Threads;
  /** Shows an address in the user's browser; answers whether there is one. Left out where nobody is there. */
  readonly openAddress?: (address: string) => Promise<boolean>;
}

export interface Threads {
  /** Where they begin. */
  readonly entry: URL;
  /** How many this machine does at a time, beside the one that asks. */
  readonly most: number;
}

export interface Conversation {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Nothing more is read, so that the process can end. */
  readonly end: () => void;
}

export interface StopSign {
  /** For work that asks between two steps. */
  readonly isGiven: () => boolean;
  /** For work that waits. */
  readonly given: Promise<void>;
  /** The process ends at once again when it is told to. */
  readonly release: () => void;
}

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
}

/** The real world: the only place, besides the launcher, that touches `process`. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    readStdin,
    out: output(process.stdout),
    err: output(process.stderr),
    today: () => localDay(new Date()),
    ...(process.stderr.isTTY ? { timeOfDay: () => localTime(new Date()) } : {}),
    hearStop,
    ...(isBundled
      ? { threads: { entry: new URL("./worker.js", import.meta.url), most: availableParallelism() - 1 } }
      : {}),
    ...(process.stdin.isTTY && process.stderr.isTTY ? { openDialogue } : {}),
    converse: () => ({ input: process.stdin, output: process.stdout, end: () => void process.stdin.destroy() }),
    openAddress: async (address) => (await import("./open-address.ts")).openAddress(address, process.platform),
  };
}

/** Run from the sources, threads would not know how to read them. */
const isBundled = import.meta.url.endsWith(".js");

async function openDialogue(): Promise<Dialogue> {
  const dialogue = await import("./dialogue.ts");
  return dialogue.openDialogue(process.stdin, process.stderr);
}

function hearStop(): StopSign {
  let isGiven = false;
  let tell = () => {};
  const given = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const hear = () => {
    isGiven = true;
    tell();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, hear);
  return {
    isGiven: () => isGiven,
    given,
    release: () => {
      for (const signal of signals) process.off(signal, hear);
    },
  };
}

function localDay(now: Date): string {
  return [now.getFullYear(), ...[now.getMonth() + 1, now.getDate()].map(twoDigits)].join("-");
}

function localTime(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(":");
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}

/** As a stream: a terminal or a pipe that has nothing yet is waited for. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function output(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    // Some that pretend to be a terminal say that they have none.
    columns: stream.columns || 80,
  };
}

/** Whether to colour what is written to `output`: NO_COLOR and FORCE_COLOR first, then whether a person is looking. */
export function wantsColour(io: Io, output: Output): boolean {
  if (io.env["NO_COLOR"]) return false;
  const forced = io.env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return output.isTerminal && io.env["TERM"] !== "dumb";
}
