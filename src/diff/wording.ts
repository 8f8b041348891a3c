/** Words that can come and go without a change of what is asked for. */
const neutral = new Set(["a", "an", "the", "that", "which"]);

/** Whether two wordings ask for the same: they differ in marks, case, hyphens, spelling or articles only. */
export function asksForTheSame(before: string, after: string): boolean {
  const [then, now] = [plainWords(before), plainWords(after)];
  return (
    then.length === now.length &&
    then.every((word, at) => {
      const other = now[at] ?? "";
      return word === other || inOneSpelling(word) === inOneSpelling(other);
    })
  );
}

/** The words of a text of CommonMark as they are compared: without case, emphasis and articles. */
function plainWords(text: string): readonly string[] {
  return lettersOf(text).filter((word) => !neutral.has(word));
}

/** The words of a text in lower case; an address is a word of its own, as is a sign that is none of punctuation. */
export function lettersOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/gu, "")
      .match(/https?:\/\/\S+|[\p{L}\p{M}\p{N}]+|[%£$€&<>=+±°]/gu) ?? []
  );
}

/** The spellings of either side of the Atlantic as one; nothing by which two words of one side would be the same. */
function inOneSpelling(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/([iy])z(?=e|a|i)/gu, "$1s")
    .replace(/our(?=s|ed|ing|al|$)/gu, "or")
    .replace(/^(.{3,})ll(?=ing$|ed$|ers?$)/u, "$1l");
}

/** A text on one line, as it is compared: how it is broken into lines means nothing. */
export function onOneLine(text: string): string {
  return /[^\S ]| {2}|^ | $/u.test(text) ? text.replace(/\s+/gu, " ").trim() : text;
}
