import { levelName } from "../model/level.ts";
import type { Bounds, Group, Level, Qualification } from "../model/types.ts";
import type { ConstraintShape } from "../schema/shapes.ts";
import { capitalise, joinWords } from "../text/words.ts";
import type { Words } from "../words/words.ts";
import { barsOf } from "./bars.ts";

/** A rule of combination in words, and where it stands: a JSON Pointer below `rulesOfCombination`. */
export interface CombinationSentence {
  readonly at: string;
  readonly text: string;
}

/** The rules of combination as sentences, from the data that the checks use. */
export function combinationSentences(qualification: Qualification, words: Words): readonly string[] {
  return combinationRules(qualification, words).map(({ text }) => text);
}

export function combinationRules(qualification: Qualification, words: Words): readonly CombinationSentence[] {
  const rules = qualification.source.rulesOfCombination;
  const title = (id: string) => qualification.units.find((unit) => unit.id === id)?.title ?? id;
  const quoted = (id: string) => `“${title(id)}”`;
  const group = (id: string) => `“${qualification.groups.find((one) => one.id === id)?.title ?? id}”`;
  const all = (ids: readonly string[], name: (id: string) => string) => joinWords(ids.map(name));
  const sets = (what: "barred" | "equivalent" | "corequisite", key: string, ids: readonly (readonly string[])[] = []) =>
    ids.map((set, at) => ({ at: `/${key}/${at}`, text: words(`combination.${what}`, { units: all(set, quoted) }) }));
  return [
    ...qualification.groups.flatMap((one, at) => placed(`/groups/${at}/require`, groupSentences(one, words))),
    ...(rules?.constraints ?? []).flatMap((one, at) =>
      placed(`/constraints/${at}`, constraintSentences(one, qualification, quoted, group, words)),
    ),
    ...sets("barred", "barred", rules?.barred),
    ...sets("equivalent", "equivalent", rules?.equivalent),
    ...Object.entries(rules?.prerequisites ?? {}).map(([unit, needed]) => ({
      at: `/prerequisites/${unit}`,
      text: words("combination.prerequisite", { unit: quoted(unit), needed: all(needed, quoted) }),
    })),
    ...sets("corequisite", "corequisites", rules?.corequisites),
    ...(rules?.pathways ?? []).flatMap(({ id, title, groups = [] }, at) =>
      groups.length === 0
        ? []
        : [
            {
              at: `/pathways/${at}`,
              text: words("combination.pathway", { pathway: title ?? id, groups: all(groups, group) }),
            },
          ],
    ),
  ];
}

function placed(at: string, texts: readonly string[]): readonly CombinationSentence[] {
  return texts.map((text) => ({ at, text }));
}

function groupSentences({ title, require, units }: Group, words: Words): readonly string[] {
  if (require.all) return [mandatorySentence(title, units, words)];
  if (require.credit === null && require.units === null) return [words("combination.any", { group: title })];
  return bounds(require, words).map((text) => words("combination.credit", { group: title, bounds: text }));
}

function mandatorySentence(group: string, units: Group["units"], words: Words): string {
  if (units.length === 1) return words("combination.all-one", { group });
  const credits = units.map(({ unit }) => unit?.credit ?? null);
  if (credits.includes(null)) return words("combination.all-many", { group, count: units.length });
  const credit = credits.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return words("combination.all-credit", {
    group,
    count: units.length,
    credit: words(credit === 1 ? "credit.one" : "credit.many", { count: credit }),
  });
}

function constraintSentences(
  constraint: ConstraintShape,
  qualification: Qualification,
  unit: (id: string) => string,
  group: (id: string) => string,
  words: Words,
): readonly string[] {
  const pathways = qualification.source.rulesOfCombination?.pathways ?? [];
  return bounds({ credit: constraint.credit ?? null, units: constraint.units ?? null }, words).map((text) => {
    const levelled = atLevel(text, constraint.atLevel, words);
    const sentence = constraint.from
      ? words("combination.from", { units: joinWords(constraint.from.map(unit), "or"), bounds: levelled })
      : constraint.groups
        ? words("combination.groups", { groups: joinWords(constraint.groups.map(group)), bounds: levelled })
        : words("combination.total", { bounds: levelled });
    if (constraint.pathway === undefined) return sentence;
    const pathway = pathways.find(({ id }) => id === constraint.pathway)?.title ?? constraint.pathway;
    return words("combination.in-pathway", { pathway, sentence });
  });
}

/** "at least 6 credits must be achieved": one phrase for credit, one for units, whichever are bounded. */
function bounds(
  require: { readonly credit: Bounds | null; readonly units: Bounds | null },
  words: Words,
): readonly string[] {
  return [phrase(require.credit, "credit", words), phrase(require.units, "units", words)].filter((one) => one !== "");
}

function phrase(given: Bounds | null, what: "credit" | "units", words: Words): string {
  const { min, max } = given ?? {};
  const key = (kind: string, count: number) => `combination.${kind}-${what}${count === 1 ? "-one" : ""}`;
  if (min !== undefined && max !== undefined && min !== max) {
    return words(`combination.range-${what}`, { count: min, to: max });
  }
  if (min !== undefined && min === max) return words(key("exact", min), { count: min });
  if (min !== undefined) return words(key("min", min), { count: min });
  return max === undefined ? "" : words(key("max", max), { count: max });
}

function atLevel(sentence: string, bound: ConstraintShape["atLevel"], words: Words): string {
  const { min, max } = (bound ?? {}) as { readonly min?: Level; readonly max?: Level };
  if (min !== undefined && max !== undefined && min !== max) {
    return words("combination.level-range", { sentence, level: levelName(min), to: levelName(max) });
  }
  if (min !== undefined)
    return words(min === max ? "combination.level-exact" : "combination.level-min", {
      sentence,
      level: levelName(min),
    });
  return max === undefined ? sentence : words("combination.level-max", { sentence, level: levelName(max) });
}

/** One table of units for each group, as learners and centres read it. */
export function structureTables(qualification: Qualification, words: Words) {
  const bars = barsOf(qualification.units);
  return qualification.groups.map((group) => ({
    title: group.title,
    units: group.units.flatMap(({ unit }) =>
      unit === null
        ? []
        : [
            {
              code: unit.source.ownerReference ?? unit.id,
              title: unit.title,
              level: unit.level === null ? "" : capitalise(levelName(unit.level).replace(/^Level /u, "")),
              credit: unit.credit === null ? words("facts.none") : String(unit.credit),
              hours: unit.guidedLearningHours === null ? words("facts.none") : String(unit.guidedLearningHours),
              bars: bars(unit),
            },
          ],
    ),
  }));
}
