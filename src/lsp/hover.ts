import type { DocumentSymbol, MarkupContent, Position, Range } from "vscode-languageserver";
import { explanations } from "../rules/index.ts";
import type { Entry } from "../source/entries.ts";
import { ownWord } from "../words/words.ts";
import { describeCriterion, describeNode, describeRule, describeSpecification, describeTyped } from "./describe.ts";
import { definitionsOf, nameMeant, occurrenceAt } from "./find-thing.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import type { Occurrence } from "./occurrences.ts";
import { outline } from "./outline.ts";
import type { PlacedText } from "./placed-text.ts";
import { schemaOfKey } from "./schema-of-key.ts";
import { thingsIn } from "./things-in.ts";

/** What is said, and of which stretch. */
export interface Said {
  readonly contents: MarkupContent;
  readonly range: Range;
}

/** What an author is told of the word under the mouse; null where there is nothing to say. */
export function hover(file: KnownFile, offset: number, placed: PlacedText, around: Lookout): Said | null {
  const answer =
    ruleInComment(placed.text, offset) ??
    ofName(file, offset, around) ??
    ofText(file, offset, placed, around) ??
    ofKey(file, offset, around);
  if (answer === null) return null;
  return { contents: { kind: "markdown", value: answer.says }, range: placed.range(answer.start, answer.end) };
}

interface Answer {
  readonly says: string;
  readonly start: number;
  readonly end: number;
}

function ofName(file: KnownFile, offset: number, around: Lookout): Answer | null {
  const found = occurrenceAt(file, offset);
  const says = found === null ? null : describe(found, around);
  return found === null || says === null ? null : { says, start: found.start, end: found.end };
}

function describe(found: Occurrence, around: Lookout): string | null {
  const { of, id: name, within } = found.name;
  switch (of) {
    case "specification":
    case "qualification":
    case "unit":
    case "framework": {
      const declared = around.files
        .flatMap((one) => one.declared())
        .filter(({ id }) => id.toLowerCase() === name.toLowerCase());
      const [first] = declared;
      return first === undefined ? null : describeSpecification(first, around);
    }
    case "entry": {
      const meant = nameMeant(found, around.files);
      const framework = around.models.get(meant.within?.toLowerCase() ?? "");
      if (framework?.type !== "framework") return null;
      const node = framework.nodes.find(({ id }) => id.toLowerCase() === name.toLowerCase());
      return node === undefined ? null : describeNode(node, framework);
    }
    case "part": {
      const [definition] = definitionsOf(found, around.files);
      const thing = definition === undefined ? [] : thingsIn(definition.file, around);
      const meant = thing.find(({ key, unit }) => key === name && unit.id.toLowerCase() === within?.toLowerCase());
      return meant === undefined ? null : describeCriterion(meant);
    }
    case "rule":
      return ruleSays(name);
    case "term":
      return ownWord(name) === ""
        ? null
        : `\`${name}\`: papers print “${ownWord(name)}” unless your house says otherwise.`;
    default:
      return null;
  }
}

/** An outcome or a criterion, by its text: what stands at its place may have moved since. */
function ofText(file: KnownFile, offset: number, placed: PlacedText, around: Lookout): Answer | null {
  const entry = entryAt(file, offset);
  if (entry?.part !== "scalar") return null;
  const last = entry.path.at(-1);
  const isText = last === "outcome" || last === "criterion" || entry.path.at(-2) === "assessmentCriteria";
  const same = isText ? thingsIn(file, around).filter(({ text }) => text === entry.value) : [];
  const meant = same.find(({ origin }) => origin.path.every((step, at) => step === entry.path[at])) ?? same[0];
  if (meant !== undefined) return { says: describeCriterion(meant), start: entry.start, end: entry.end };
  const named = isText ? namedAt(placed.position(entry.start), outline(file, placed, around)) : null;
  return named === null ? null : { says: describeTyped(named), start: entry.start, end: entry.end };
}

/** What the outline calls it: of a file that has something wrong with it nothing more is known. */
function namedAt({ line, character }: Position, symbols: readonly DocumentSymbol[]): string | null {
  for (const { name, selectionRange, children = [] } of symbols) {
    const { start } = selectionRange;
    if (start.line === line && start.character === character) return name;
    const below = namedAt({ line, character }, children);
    if (below !== null) return below;
  }
  return null;
}

function ofKey(file: KnownFile, offset: number, around: Lookout): Answer | null {
  const entry = entryAt(file, offset);
  if (!around.hasShape || file.kind === null || entry?.part !== "key") return null;
  const says = schemaOfKey(file.kind, entry.path);
  return says === null ? null : { says, start: entry.start, end: entry.end };
}

/** The innermost thing that is written at an offset. */
function entryAt(file: KnownFile, offset: number): Entry | null {
  return (
    file
      .entries()
      .find(({ part, start, end }) => (part === "key" || part === "scalar") && start <= offset && offset <= end) ?? null
  );
}

function ruleInComment(text: string, offset: number): Answer | null {
  const start = offset - (/[\w-]*$/u.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w-]*/u.exec(text.slice(offset))?.[0].length ?? 0);
  const before = /[^\r\n]*$/u.exec(text.slice(0, start))?.[0] ?? "";
  if (!/#[ \t]*qualspec:[ \t]*waive[ \t]+(?:[\w-]+[ \t]*,[ \t]*)*$/iu.test(before)) return null;
  const says = ruleSays(text.slice(start, end).toLowerCase());
  return says === null ? null : { says, start, end };
}

function ruleSays(id: string): string | null {
  const found = explanations.find((one) => one.id === id);
  return found === undefined ? null : describeRule(found);
}
