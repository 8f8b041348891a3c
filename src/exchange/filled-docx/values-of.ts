import type { FieldPart, PaperPart } from "../../formats/docx/paper-part.ts";
import { boxesBefore } from "../../formats/docx/prompt.ts";
import { bookmarkOf, tagOf } from "../../formats/docx/tag.ts";
import { shorten } from "../../formats/docx/xml.ts";
import type { FieldValues } from "../../record/field-values.ts";
import type { Controls } from "./read-controls.ts";
import type { Written } from "./written.ts";

export interface FilledValues {
  /** What is written in every field that is still there. */
  readonly values: FieldValues;
  /** Fields that the paper had and the document has not. */
  readonly missing: readonly string[];
  /** Fields that stand in it more than once and say different things. */
  readonly differing: readonly string[];
  /** Fields whose lines a program has put into one. */
  readonly joined: readonly string[];
  /** Fields to choose in that say none of their words. */
  readonly unknown: readonly string[];
}

/** The values of a paper's fields: by the tags of its controls, and by bookmarks where a program has dropped the tags. */
export function filledValues({ byTag, byBookmark }: Controls, { fields, prompts }: PaperPart): FilledValues {
  const values = new Map<string, string>();
  const missing: string[] = [];
  const differing: string[] = [];
  const joined: string[] = [];
  const unknown: string[] = [];
  for (const field of fields) {
    const tagged = byTag.get(tagOf(field.name));
    const marked = byBookmark.get(bookmarkOf(field.name));
    // LibreOffice 7.4 puts all line ends of an answer before it.
    if (tagged === undefined && marked?.text?.startsWith("\n")) joined.push(field.name);
    const found =
      tagged ?? (marked === undefined ? [] : [{ ...marked, text: marked.text?.replace(/^\n+/u, "") ?? null }]);
    const read = found.map((written) => readValue(field, written, prompts));
    const said = [...new Set(read.map(({ value }) => value).filter((value) => value !== ""))];
    if (found.length === 0) missing.push(field.name);
    else values.set(field.name, said.join("\n"));
    if (said.length > 1) differing.push(field.name);
    if (read.some(({ isKnown }) => !isKnown)) unknown.push(field.name);
  }
  return { values, missing, differing, joined, unknown };
}

interface Value {
  readonly value: string;
  readonly isKnown: boolean;
}

const checked = "☒☑✓✔✗✘";
const nothing: Value = { value: "", isKnown: true };

function readValue(field: FieldPart, written: Written, prompts: PaperPart["prompts"]): Value {
  if (field.kind === "tick") return readTick(written);
  // Spaces that leave a cell free for a pen stay around what is typed among them.
  const text = (written.text ?? "").replace(/^\u00a0+|\u00a0+$/gu, "");
  if (text.trim() === "") return nothing;
  if (field.kind === "choice") return readChoice(field.options, text);
  const isPrompt = fold(text) === fold(field.kind === "date" ? prompts.date : prompts.write);
  return isPrompt ? nothing : { value: text, isKnown: true };
}

function readTick({ text, isChecked }: Written): Value {
  if (isChecked !== null) return { value: isChecked ? "yes" : "", isKnown: true };
  const mark = fold(text ?? "");
  if (mark === "" || /^[☐□]$/u.test(mark)) return nothing;
  const isTicked = new RegExp(`^[${checked}x]$|^yes$`, "iu").test(mark);
  return { value: isTicked ? "yes" : "", isKnown: isTicked };
}

/** One of the words, chosen in the list; or boxes before all of them, of which somebody has ticked one by hand. */
function readChoice(options: readonly string[], text: string): Value {
  if (fold(text) === fold(boxesBefore(options))) return nothing;
  const known = options.find((option) => [option, shorten(option, 255)].some((one) => fold(one) === fold(text)));
  if (known !== undefined) return { value: known, isKnown: true };
  const ticked = options.filter((option) => isTicked(option, text));
  const [only] = ticked;
  return ticked.length === 1 && only !== undefined
    ? { value: only, isKnown: true }
    : { value: text.trim(), isKnown: false };
}

function isTicked(option: string, text: string): boolean {
  const words = fold(text).split(new RegExp(`(?=[☐${checked}])`, "u"));
  return words.some((one) => checked.includes(one.charAt(0)) && fold(one.slice(1)) === fold(option));
}

function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
