/** A piece of a text that can be looked for, and where it stands in it. */
export interface Piece {
  readonly word: string;
  readonly at: number;
}

/** Letters of scripts that put no spaces between words: there each letter, with the one after it, is a piece. */
const unspaced =
  /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]\p{M}*/u;
/** Numbers keep their points, words their apostrophes: `9.4b` is one, as is `don't`. */
const joints = String.raw`(?:['’ʼ](?=\p{L})|(?<=\p{N})\.(?=\p{N}))`;
const spacedWord = wordOf(String.raw`[\p{L}\p{N}\p{M}]+`);
const eitherWord = new RegExp(
  `(?:${unspaced.source})+|${wordOf(String.raw`(?:(?!${unspaced.source})[\p{L}\p{N}\p{M}])+`).source}`,
  "gu",
);

/** What can be looked for in a text. Building and asking have to agree, so both read this. */
export function piecesOf(text: string): readonly Piece[] {
  if (!unspaced.test(text)) return [...text.matchAll(spacedWord)].map(({ 0: word, index: at }) => ({ word, at }));
  return [...text.matchAll(eitherWord)].flatMap(({ 0: word, index: at }) =>
    unspaced.test(word) ? pairsOf(word, at) : [{ word, at }],
  );
}

/** Whether something is one letter that may be a word: elsewhere a single letter is a word that has hardly begun. */
export function isWholeLetter(word: string): boolean {
  return unspaced.test(word) && lettersOf(word).length === 1;
}

/** The last letter stands by itself too, so that it is found. */
function pairsOf(run: string, start: number): readonly Piece[] {
  const letters = lettersOf(run);
  return letters.map(({ 0: letter, index }, at) => ({
    word: letter + (letters[at + 1]?.[0] ?? ""),
    at: start + index,
  }));
}

function lettersOf(run: string) {
  return [...run.matchAll(/\P{M}\p{M}*/gu)];
}

function wordOf(letters: string): RegExp {
  return new RegExp(`${letters}(?:${joints}${letters})*`, "gu");
}

const plainWord = /^[a-z0-9.]+$/u;
const apostrophe = /['’ʼ]/u;
/** Letters that are no letter with an accent. */
const folded: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };
/** Letters that are written as two where a keyboard lacks them. */
const spelledOut: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/** As what a word is looked for: whatever its case and accents, with its apostrophe left out or as the parts around it. */
export function formsOf(word: string): string[] {
  const small = word.toLowerCase();
  if (plainWord.test(small)) return [small];
  const parts = apostrophe.test(small) ? small.split(apostrophe) : [];
  const whole = (parts.length === 0 ? small : parts.join("")).normalize("NFC");
  const all = [
    fold(whole),
    fold(whole.replace(/[äöüøå]/gu, (letter) => spelledOut[letter] ?? letter)),
    ...parts.filter((part) => part.length > 2).map(fold),
  ];
  return [...new Set(all)].filter((form) => form !== "");
}

function fold(word: string): string {
  return word
    .replace(/[ßæœøłđı]/gu, (letter) => folded[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
}
