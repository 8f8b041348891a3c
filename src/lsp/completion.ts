import { type CompletionItem, CompletionItemKind, type MarkupContent } from "vscode-languageserver";
import { quoted } from "../source/edits/quoted.ts";
import { type LineCursor, lineCursorAt } from "../source/line-cursor.ts";
import { type Choice, ruleChoices } from "./choices.ts";
import { keyChoices, listStart } from "./key-choices.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import type { PlacedText } from "./placed-text.ts";
import { valueChoices } from "./value-choices.ts";

export interface Completion extends CompletionItem {
  readonly documentation?: MarkupContent;
}

/** What could be written at an offset of a file that is being typed. */
export function complete(file: KnownFile, offset: number, placed: PlacedText, around: Lookout): readonly Completion[] {
  const { text } = placed;
  const cursor = lineCursorAt(text, offset);
  if (cursor === null) return ruleInComment(text, offset, placed);
  const choices = choicesAt(cursor, file, around);
  const range = placed.range(cursor.start, Math.max(cursor.end, offset));
  return choices.map((choice, at) => ({
    label: choice.label,
    kind: kinds[choice.of],
    ...(choice.detail === undefined ? {} : { detail: choice.detail }),
    ...(choice.says === undefined ? {} : { documentation: { kind: "markdown" as const, value: choice.says } }),
    sortText: String(at).padStart(5, "0"),
    filterText: choice.label,
    textEdit: { range, newText: written(choice, cursor) },
  }));
}

const kinds = {
  key: CompletionItemKind.Property,
  name: CompletionItemKind.Reference,
  word: CompletionItemKind.EnumMember,
};

function choicesAt(cursor: LineCursor, file: KnownFile, around: Lookout): readonly Choice[] {
  const { wants, path, present, hasColon } = cursor;
  const isNew = ({ label }: Choice) => !present.includes(label);
  switch (wants) {
    case "value":
      return valueChoices(path, file, around).filter(isNew);
    case "item":
      return [...valueChoices(path, file, around), ...keyChoices(path, file, around)];
    case "key": {
      const keys = keyChoices(path, file, around).filter(isNew);
      return hasColon || keys.length > 0 || cursor.isFlow ? keys : listStart(path, file, around);
    }
  }
}

/** As it has to be written where the cursor is. */
function written({ of, label, before = "", after = "" }: Choice, { quote, hasColon }: LineCursor): string {
  if (of === "key") return hasColon ? label : `${before}${label}${after}`;
  if (quote !== "") return label;
  return `${before}${needsQuotes(label) ? quoted(label) : label}`;
}

/** What YAML would read as something else than a text. */
function needsQuotes(word: string): boolean {
  return /^(?:\d+\.\d+|true|false|null|~)$|:(?:\s|$)|\s#|[,[\]{}]|^[#&*!|>%@`'"?-]/iu.test(word);
}

/** `# qualspec: waive vague-criterion` */
function ruleInComment(text: string, offset: number, placed: PlacedText): readonly Completion[] {
  const before = /[^\r\n]*$/u.exec(text.slice(0, offset))?.[0] ?? "";
  const word = /#[ \t]*qualspec:[ \t]*waive[ \t]+(?:[\w-]+[ \t]*,[ \t]*)*([\w-]*)$/iu.exec(before)?.[1];
  if (word === undefined) return [];
  const behind = /^[\w-]*/u.exec(text.slice(offset))?.[0].length ?? 0;
  return ruleChoices(true).map(({ label, detail = "" }) => ({
    label,
    detail,
    kind: kinds.name,
    textEdit: { range: placed.range(offset - word.length, offset + behind), newText: label },
  }));
}
