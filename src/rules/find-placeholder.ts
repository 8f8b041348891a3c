import data from "./core/data/placeholders.json" with { type: "json" };

/** Where words hold the place of an answer in a text: offsets, end exclusive. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
}

const around = "[\\s\"'*_().,:;!…-]*";
// Without the flag u, which makes letters of all alphabets out of each: it is asked of every short text.
const whole = new RegExp(`^${around}(${data.whole.join("|")})${around}$`, "i");
const wholeMarks = new RegExp(`^\\s*(${data.wholeMarks.join("|")})\\s*$`);
const capitals = new RegExp(`(?<![\\p{L}\\p{N}])(?:${data.capitals.join("|")})(?![\\p{L}\\p{N}])`, "u");
const anywhere = new RegExp(data.anywhere.join("|"), "iu");
const endOfClause = new RegExp(`\\b(?:${data.endOfClause.join("|")})\\b${data.clauseEnds}`, "giu");
const notAfter = new Set(data.noPlaceholderAfter);

/** Whatever says nothing else is short. */
const longestWhole = 60;
/** One quick look passes most texts: only those that hold something of this are read closely. */
const suspect = /tb[acd]|todo|fixme|xxx|lorem|\?\?|to be |[[<{]/i;

/** The first words of a text that an author meant to replace; null where it has none. */
export function findPlaceholder(text: string): Placeholder | null {
  const only = onlyPlaceholder(text);
  if (only !== null) return stretchOf(only);
  if (!suspect.test(text)) return null;
  const open = [...text.matchAll(endOfClause)].filter(({ index }) => isLeftOpen(text.slice(0, index)));
  const within = [capitals.exec(text), anywhere.exec(text), ...open];
  const [first] = within.filter((one) => one !== null).sort((one, other) => one.index - other.index);
  return first === undefined ? null : stretchOf(first);
}

/** Whether a text says nothing else. */
export function isPlaceholder(text: string): boolean {
  return onlyPlaceholder(text) !== null;
}

function onlyPlaceholder(text: string): RegExpExecArray | null {
  return text.length > longestWhole ? null : (whole.exec(text) ?? wholeMarks.exec(text));
}

function stretchOf({ 0: written, 1: words = written, index }: RegExpExecArray): Placeholder {
  const start = index + written.indexOf(words);
  return { start, end: start + words.length };
}

/** "Fees to be confirmed"; but not "Explain why fees have to be confirmed". */
function isLeftOpen(before: string): boolean {
  const clause = before.split(/[.;:()[\]\n]/u).at(-1) ?? "";
  const words = clause.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return words.length <= data.longestClause && !words.some((word) => notAfter.has(word));
}
