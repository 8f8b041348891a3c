import { expect, test } from "vitest";
import { closeDirections } from "../../src/text/directions.ts";

test.each([
  ["plain", "plain"],
  ["\u200eשלום\u200f", "\u200eשלום\u200f"],
  ["a \u202eb", "a \u202eb\u202c"],
  ["a \u202eb\u202c c", "a \u202eb\u202c c"],
  ["\u2067a \u202bb", "\u2067a \u202bb\u202c\u2069"],
  ["\u2067a \u202bb\u2069 c", "\u2067a \u202bb\u2069 c"],
  ["\u202ba \u2067b\u202c c", "\u202ba \u2067b\u202c c\u2069\u202c"],
  ["a\u202c\u2069", "a\u202c\u2069"],
])("%j ends where it began: %j", (text, closed) => {
  expect(closeDirections(text)).toBe(closed);
});
