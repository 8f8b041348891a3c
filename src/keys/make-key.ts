const longest = 24;

/** Words that tell nothing about what a text is about: those of grammar, and those that every outcome begins with. */
const idle = new Set(
  `a an the this that these those and or nor but if so than as of to in on at by for from with without into onto within
  about between through during before after over under up out is are was were be been being am do does did has have had
  can could may might must shall should will would how what when where which who whom whose why it its they them their
  theirs he she his her hers we us our you your own one ones each every any all some such other others no not
  understand know able demonstrate learner learners`.split(/\s+/u),
);

/** Names that Windows keeps for itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * A short name for a text, made of its own words: a to z, digits and hyphens, at most 24 characters, a letter first. The
 * same text gives the same name, unless that is taken. `beginsWithVerb`: as a criterion does.
 */
export function makeKey(text: string, taken: ReadonlySet<string>, beginsWithVerb: boolean): string {
  const words = wordsOf(text);
  const telling = words.filter((word) => !idle.has(word));
  // Many criteria share a verb: it is told only where there is little else, or to keep two apart.
  const topic = beginsWithVerb && telling.length > 2 ? telling.slice(1) : telling;
  const plans = [topic, telling, words, ["item"]];
  const names = plans.map(joined).filter((name) => name !== "" && !reserved.test(name));
  return names.slice(0, 2).find((name) => !taken.has(name)) ?? numbered(names[0] ?? "item", taken);
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/\]\([^)]*\)/gu, "]")
    .normalize("NFKD")
    .replace(/[\p{M}'\u2019]/gu, "")
    .toLowerCase();
  const words = plain.match(/[a-z\d]+/gu) ?? [];
  const first = words.findIndex((word) => /^[a-z]/u.test(word));
  return first === -1 ? [] : words.slice(first);
}

/** As many words as there is room for; a first word that is too long is cut. */
function joined(words: readonly string[]): string {
  const from = words.findIndex((word) => /^[a-z]/u.test(word));
  if (from === -1) return "";
  let name = (words[from] ?? "").slice(0, longest);
  for (const word of words.slice(from + 1)) {
    if (name.length + 1 + word.length > longest) break;
    name += `-${word}`;
  }
  return name;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1) {
    const tail = `-${count}`;
    const made = name.slice(0, longest - tail.length).replace(/-+$/u, "") + tail;
    if (!taken.has(made)) return made;
  }
}
