import type { Unit } from "../model/types.ts";
import { hasWord, type Words, wordKeys } from "../words/words.ts";
import { methodName } from "./evidence-rules.ts";

/** The short codes of the methods that units use: in the order in which the format lists them, then those of the house. */
export function methodCodes(units: readonly Unit[], words: Words) {
  const used = units.flatMap((unit) =>
    unit.outcomes.flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence.methods)),
  );
  const rank = (method: string) => (wordKeys.indexOf(`method.${method}`) + wordKeys.length) % wordKeys.length;
  const methods = [...new Set(used)].sort((a, b) => rank(a) - rank(b));
  return methods.map((method) => ({ code: methodCode(method, words), name: methodName(method, words) }));
}

function methodCode(method: string, words: Words): string {
  const key = `method-code.${method}`;
  if (hasWord(key)) return words(key);
  return method
    .split("-")
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
}
