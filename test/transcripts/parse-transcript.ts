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

/**
 * The scenarios of a transcript: one for each `##` that has blocks, and one for what stands above the first where a
 * command runs there. The files above the first belong to every scenario.
 */
export function parseTranscript(text: string): readonly Scenario[] {
  const scenarios: { title: string; steps: Step[] }[] = [{ title: "at the beginning", steps: [] }];
  for (const match of text.matchAll(part)) {
    const { title, open = "", info = "", body = "" } = match.groups ?? {};
    if (title !== undefined) scenarios.push({ title, steps: [] });
    else scenarios.at(-1)?.steps.push(parseStep(info, body, match.index + open.length));
  }
  const [beginning, ...rest] = scenarios.filter(({ steps }, at) => at === 0 || steps.length > 0);
  if (beginning === undefined) return [];
  const shared = beginning.steps.filter(({ kind }) => kind === "given");
  const own = beginning.steps.length > shared.length ? [beginning] : [];
  return [...own, ...rest.map(({ title, steps }) => ({ title, steps: [...shared, ...steps] }))];
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
