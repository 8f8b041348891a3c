import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code } from "../text/words.ts";
import type { FileKind } from "./kinds.ts";

/** A line of a text that may have been meant as a key. */
const keyLine = /^[ \t]*(- )?([a-z][A-Za-z]*):(?:[ \t]+(\S.*)?)?$/gmu;

/**
 * A key that stands as deep as the text above it is part of that text: what it says is missing where it belongs, and
 * printed where it does not. Guidance for assessors would stand in the learner's task.
 */
export async function findKeysInText(spec: SpecFile, kind: FileKind): Promise<readonly Diagnostic[]> {
  const texts = spec.blockTexts.map(([start, end]) => {
    const text = spec.source.text.slice(start, end);
    return [...text.matchAll(keyLine)]
      .filter((match) => looksMeant(match, text.slice(0, match.index)))
      .map((match) => ({ key: match[2] ?? "", at: start + match.index + match[0].search(/[a-z]/u) }));
  });
  if (texts.every((candidates) => candidates.length === 0)) return [];
  const { knownKeys } = await import("./schema-at.ts");
  const known = knownKeys(kind);
  // What follows the first in the same text is mostly its value.
  return texts
    .flatMap((candidates) => candidates.find(({ key }) => known.has(key)) ?? [])
    .map(({ key, at }) => ({
      rule: "key-in-text",
      severity: "error",
      message: `Unexpected key ${code(`${key}:`)} inside a text, expected it in line with the other keys; indent it less, or begin the line in another way if it belongs to the text`,
      place: { file: spec.source, start: at, end: at + key.length, pointer: "" },
      related: [],
    }));
}

/** Whether the line says what a key would, and nothing that a sentence would. */
function looksMeant([, dash, key = "", written = ""]: RegExpExecArray, before: string): boolean {
  const value = written.trimEnd();
  if (/[A-Z]/u.test(key) || (dash !== undefined && /^(?:outcome|criterion)$/u.test(key))) return true;
  if (dash !== undefined) return false;
  if (value === "" || /^(?:[|>][+-]?|[[{"'].*|[\w.-]+)$/u.test(value)) return true;
  const isNewSentence = /[.!?:)]$|^[|>][+-]?$/u.test(before.trimEnd());
  return isNewSentence && /^[A-Z]/u.test(value);
}
