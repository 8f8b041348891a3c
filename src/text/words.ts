/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], last: "and" | "or" = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** "1 unit", "2 units"; `many` is given where adding an s is wrong. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The words in backticks: what messages do with everything that stands in a file. */
export function code(word: string | number | boolean): string {
  return `\`${word}\``;
}

/** The text in backticks, on one line and cut to a length that a message can carry. */
export function excerpt(text: string, longest = 60): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const letters = [...line];
  return code(letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : line);
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
