import { capitalise } from "../text/words.ts";
import type { Words } from "../words/words.ts";
import type { Change, Effect, Touched } from "./change.ts";
import { groupBy } from "./group-by.ts";
import { type Mark, markWords } from "./word-marks.ts";

/** The codes of units, by id. */
export type Codes = ReadonlyMap<string, string>;

/** A change as people read it, in the words of a house. */
export interface Described {
  readonly class: Touched;
  /** "Criterion 1.2 reworded". */
  readonly title: string;
  /** "asks for more, or allows less". */
  readonly effect: string | null;
  /** What it said, with what is gone marked; null where nothing was said. */
  readonly before: readonly Mark[] | null;
  /** What it says, with what is new marked. */
  readonly after: readonly Mark[] | null;
  /** Both in one text, where most words are the same. */
  readonly merged: readonly Mark[] | null;
  readonly note: string | null;
  /** What it is of, where neither before nor after says it. */
  readonly about: string | null;
  readonly change: Change;
}

/** Changes in words; criteria that only count on after another one came or went are told together, at the end. */
export function describeAll(changes: readonly Change[], codes: Codes, words: Words): readonly Described[] {
  const numbered = changes.filter(isNumbered);
  const others = numbered.length < 2 ? changes : changes.filter((one) => !isNumbered(one));
  const described = others.map((one) => describe(one, codes, words));
  if (numbered.length < 2) return described;
  // Those that have keys are only counted anew; the others may have lost what was saved for them.
  const alike = [...groupBy(numbered, (one) => one.class).values()];
  return [...described, ...alike.map((some) => describeNumbers(some, codes, words))];
}

function isNumbered({ change, of }: Change): boolean {
  return change === "renumbered" && of === "criterion";
}

function describeNumbers(changes: readonly Change[], codes: Codes, words: Words): Described {
  const list = changes
    .map(({ before, after }) => words("diff.heading.pair", { before: before ?? "", after: after ?? "" }))
    .join("; ");
  const [first] = changes;
  if (first === undefined) throw new Error("nothing is renumbered");
  const title = words("diff.heading.many", { list });
  return { ...describe(first, codes, words), title, about: null };
}

function describe(named: Change, codes: Codes, words: Words): Described {
  const change = withCodes(named, codes);
  const { effect, note } = change;
  const [before, after] = wordingsOf(change);
  const isPlace = change.change === "moved" || change.change === "renumbered";
  const marks = change.isText && before !== null && after !== null ? markWords(before, after) : null;
  const all = (text: string | null, kind: Mark["kind"]): readonly Mark[] | null =>
    text === null || isPlace ? null : [{ kind, text }];
  return {
    class: change.class,
    title: titleOf(change, words),
    effect: effect === null ? null : effectWords(effect, words),
    before: marks === null ? all(before, "same") : marks.filter(({ kind }) => kind !== "new"),
    after: marks === null ? all(after, "same") : marks.filter(({ kind }) => kind !== "gone"),
    merged: marks !== null && isMostlySame(marks) ? marks : null,
    note,
    about:
      isPlace || (change.of === "criterion" && change.aspect !== "itself" && change.aspect !== "text")
        ? change.name
        : null,
    change,
  };
}

/** What rules of combination say goes by the ids of units: people know their codes. */
function withCodes(change: Change, codes: Codes): Change {
  if (change.unit !== null || change.of === "qualification" || change.aspect === "title") return change;
  const coded = (text: string | null) =>
    text === null ? null : text.replace(/[a-z0-9]+(?:-[a-z0-9]+)*/gu, (word) => codes.get(word) ?? word);
  return { ...change, before: coded(change.before), after: coded(change.after), note: coded(change.note) };
}

/** As they are printed, unless that is what has changed. */
function wordingsOf({ before, after }: Change): readonly [string | null, string | null] {
  const [then, now] = [before, after].map((text) => (text === null ? null : withoutMarkup(text)));
  return then === now ? [before, after] : [then ?? null, now ?? null];
}

/** Both wordings in one text can be read only where most of it is in both. */
function isMostlySame(marks: readonly Mark[]): boolean {
  const length = (kinds: readonly Mark["kind"][]) =>
    marks.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { text }) => sum + text.length, 0);
  return length(["same"]) >= length(["gone"]) && length(["same"]) >= length(["new"]);
}

function effectWords(effect: Effect, words: Words): string {
  return words(`diff.effect.${effect}`);
}

function titleOf({ change, of, aspect, number, key, name, before, after }: Change, words: Words): string {
  const kind = words(`diff.of.${of}`);
  if (of === "route") {
    return words(`diff.heading.${change === "removed" ? "lost" : change === "added" ? "won" : "unknown"}`);
  }
  if (change === "moved" || change === "renumbered") {
    return words(`diff.heading.${change}`, { of: kind, before: before ?? "", after: after ?? "" });
  }
  const isWhole = of === "unit" || of === "qualification" || of === "framework";
  // The heading above names it.
  if (isWhole && aspect !== "itself")
    return capitalise(`${words(`diff.aspect.${aspect}`)} ${words(`diff.change.${change}`)}`);
  const isNamed = ["group", "pathway", "entry"].includes(of);
  const label = number ?? (isNamed ? (key ?? name) : null);
  const full = label === null ? kind : `${kind} ${label}`;
  const says = words(`diff.change.${change}`);
  if (aspect === "itself" || (aspect === "text" && change === "reworded")) {
    return words("diff.heading.itself", { of: full, change: says });
  }
  return words("diff.heading.aspect", { of: full, aspect: words(`diff.aspect.${aspect}`), change: says });
}

/** A text of CommonMark as it is printed: without the signs that shape it. */
function withoutMarkup(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/(\*{1,3})(\S(?:.*?\S)?)\1/gu, "$2")
    .replace(/`([^`]*)`/gu, "$1");
}
