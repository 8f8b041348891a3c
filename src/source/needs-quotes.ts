/** Words that some program reads as true, false or nothing. */
const words = /^(?:~|null|true|false|yes|no|on|off|y|n)$/iu;

/** What some program reads as a number, a time or a day: 1.10, 0o17, 1_000, 12:30, 2026-04-01. */
const figures = /^[-+.]?\d[\d_.,:eExXoObB+\-a-fA-F]*(?:[T ][\d:.+\-Zz ]+)?$|^[-+]?\.(?:inf|nan)$/iu;

/** Signs that mean something to YAML at the beginning of a text. */
const atStart = /^[-?:,[\]{}#&*!|>'"%@`=~<.\s]/u;

/**
 * Whether a text on one line has to stand between quotation marks to be read as this text by every reader of YAML; where it need not,
 * but may do harm, it has to.
 *
 * @param inBrackets whether it stands in `[ ]` or `{ }`, or may
 */
export function needsQuotes(text: string, inBrackets = true): boolean {
  return (
    text === "" ||
    text !== text.trim() ||
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a plain text cannot hold
    /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u.test(text) ||
    atStart.test(text) ||
    /:(?:\s|$)|\s#/u.test(text) ||
    (inBrackets && /[[\]{},]/u.test(text)) ||
    words.test(text) ||
    figures.test(text)
  );
}
