import { code, excerpt, joinWords } from "../../text/words.ts";

export interface TitleDifference {
  /** From where to where the title has other words; nothing where it only lacks some. */
  readonly start: number;
  readonly end: number;
  /** "Unexpected X in the title, expected Y as in the Register". */
  readonly words: string;
}

/** What an eye slides over. */
const kinds: readonly (readonly [pattern: RegExp, fold: string])[] = [
  [/\s+/gu, " "],
  [/['‘’ʼ`´]/gu, "'"],
  [/["“”„]/gu, '"'],
  [/[-‐‑‒–—−]/gu, "-"],
];
const tokens = /\s+|['‘’ʼ`´]|["“”„]|[-‐‑‒–—−]|[^\s'‘’ʼ`´"“”„‐‑‒–—−-]+/gu;

/** What word processors leave in a text: zero-width spaces, soft hyphens, marks of direction. */
const unseenCharacters = /\p{Cf}/u;

const namedCharacters: Readonly<Record<string, string>> = {
  " ": "space",
  "\u00a0": "non-breaking space",
  "\u202f": "narrow non-breaking space",
  "\t": "tab",
  "\n": "line break",
  "'": "straight apostrophe",
  "‘": "opening quotation mark",
  "’": "curly apostrophe",
  ʼ: "letter apostrophe",
  "`": "backtick",
  "´": "acute accent",
  '"': "straight quotation mark",
  "“": "opening double quotation mark",
  "”": "closing double quotation mark",
  "„": "low quotation mark",
  "-": "hyphen",
  "‐": "hyphen that is not the keyboard's",
  "‑": "non-breaking hyphen",
  "‒": "figure dash",
  "–": "en dash",
  "—": "em dash",
  "−": "minus sign",
};

/** How two titles differ, in words that name what cannot be seen; null where they are the same. */
export function titleDifference(written: string, registered: string): TitleDifference | null {
  if (written.normalize() === registered.normalize()) return null;
  return fold(written) === fold(registered) ? typographic(written, registered) : otherWords(written, registered);
}

/** The same words: which characters they are written with. */
function typographic(written: string, registered: string): TitleDifference {
  const mine = [...written.matchAll(tokens)];
  const theirs = [...registered.matchAll(tokens)].map(([token]) => token);
  const different = mine
    .map(({ 0: token, index }, at) => ({ token, index, other: theirs[at] ?? "" }))
    .filter(({ token, other }) => token.normalize() !== other.normalize());
  const first = different[0]?.index ?? 0;
  const last = different.at(-1);
  const end = last === undefined ? written.length : last.index + last.token.length;
  const unexpected = [...new Set(different.map(({ token }) => nameOf(token)))];
  const expected = [...new Set(different.map(({ other }) => withArticle(nameOf(other))))];
  return {
    start: first,
    end,
    words: `Unexpected ${joinWords(unexpected)} in the title, expected ${joinWords(expected)} as in the Register`,
  };
}

/** Other words: those between what the titles begin with and end with alike. */
function otherWords(written: string, registered: string): TitleDifference {
  const mine = [...written.matchAll(/\S+/gu)];
  const theirs = [...registered.matchAll(/\S+/gu)];
  const isAlike = (a: number, b: number) => fold(mine[a]?.[0] ?? "") === fold(theirs[b]?.[0] ?? "");
  const shortest = Math.min(mine.length, theirs.length);
  let before = 0;
  while (before < shortest && isAlike(before, before)) before += 1;
  let after = 0;
  while (after < shortest - before && isAlike(mine.length - 1 - after, theirs.length - 1 - after)) after += 1;
  const own = mine.slice(before, mine.length - after);
  const other = theirs.slice(before, theirs.length - after);
  const start = own[0]?.index ?? 0;
  const last = own.at(-1);
  const end = last === undefined ? start : last.index + last[0].length;
  return { start, end, words: sayWords(own.map(String), other.map(String), mine[before - 1]?.[0] ?? null) };
}

function sayWords(own: readonly string[], other: readonly string[], before: string | null): string {
  const [unexpected, expected] = [own, other].map((words) => excerpt(words.join(" "), 80));
  if (own.length > 0 && other.length > 0) {
    return `Unexpected ${unexpected} in the title, expected ${expected} as in the Register`;
  }
  if (own.length > 0) return `Unexpected ${unexpected} in the title, expected the title without it as in the Register`;
  const where = before === null ? "at the beginning" : `after ${code(before)}`;
  return `Missing ${expected} in the title, expected ${where} as in the Register`;
}

function nameOf(token: string): string {
  const named = namedCharacters[token];
  if (named !== undefined) return named;
  const [unseen] = unseenCharacters.exec(token) ?? [];
  if (unseen !== undefined) {
    const point = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `${code(token.replace(new RegExp(unseenCharacters, "gu"), ""))} with an invisible character (U+${point})`;
  }
  if (/^ +$/u.test(token)) return token.length === 2 ? "two spaces" : `${token.length} spaces`;
  return /^\s+$/u.test(token) ? joinWords([...new Set([...token].map(nameOf))]) : code(token);
}

function withArticle(name: string): string {
  if (!Object.values(namedCharacters).includes(name)) return name;
  return `${/^[aeiou]/u.test(name) ? "an" : "a"} ${name}`;
}

function fold(text: string): string {
  const lower = text.normalize().toLowerCase().replace(new RegExp(unseenCharacters, "gu"), "");
  return kinds.reduce((folded, [pattern, by]) => folded.replace(pattern, by), lower);
}
