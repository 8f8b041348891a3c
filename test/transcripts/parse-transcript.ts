/** A fenced block of a transcript. */
export interface Step {
  /** given: a file to make. console: command lines and what they answer. files: what then stands in a folder. */
  readonly kind: "given" | "console" | "files";
  /** Of the file, or of the folder that is listed. */
  readonly path: string;
  /** How a given file is saved. */
  readonly flags: readonly string[];
  readonly body: string;
  /** Where the body starts in the transcript, in UTF-16 code units. */
  readonly start: number;
}

/** One part of a transcript: it begins in an empty folder. */
export interface Scenario {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A `## heading`, or a block in fences; what stands in a block is not taken for a heading. */
const part = /^## (?<title>.+)$|^(?<open>(?<fence>`{3,})(?<info>[^\n`]*)\n)(?<body>[\s\S]*?)^\k<fence>$/gmu;

/** The scenarios of a transcript. Blocks above the first `##` belong to every one. */
export function parseTranscript(text: string): readonly Scenario[] {
  const shared: Step[] = [];
  const scenarios: { title: string; steps: Step[] }[] = [];
  for (const match of text.matchAll(part)) {
    const { title, open = "", info = "", body = "" } = match.groups ?? {};
    if (title !== undefined) scenarios.push({ title, steps: [...shared] });
    else (scenarios.at(-1)?.steps ?? shared).push(parseStep(info, body, match.index + open.length));
  }
  return scenarios;
}

function parseStep(info: string, body: string, start: number): Step {
  const [language = "", path = "", ...flags] = info.trim().split(/\s+/u);
  if (language === "console") return { kind: "console", path, flags, body, start };
  if (language === "files") return { kind: "files", path: path === "" ? "." : path, flags, body, start };
  if (path === "" || flags.some((flag) => flag !== "crlf" && flag !== "bom"))
    throw new Error(
      `Unexpected block ${info}, expected "console", "files <folder>" or "<language> <file> [crlf] [bom]"`,
    );
  return { kind: "given", path, flags, body, start };
}
