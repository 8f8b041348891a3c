import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { levelName } from "../model/level.ts";
import type { Qualification, Unit } from "../model/types.ts";
import { wholeSourceOf } from "../rules/ground.ts";
import { explanations, type RulePack } from "../rules/index.ts";
import { keyOf } from "../rules/place.ts";
import type { RequiredItem, RequiredPart } from "../rules/required-item.ts";
import type { Path } from "../source/spec-file.ts";
import { capitalise, joinWords } from "../text/words.ts";
import { hasWord, type Words } from "../words/words.ts";
import { combinationSentences } from "./combination.ts";
import type { Review } from "./define-document.ts";
import { methodsOfUnit } from "./evidence-rules.ts";

/** Every item that a regulator asks a specification to set out: what it says, where, and whether that is in order. */
export function itemsView({ items = [] }: RulePack, qualification: Qualification, review: Review, words: Words) {
  return items.map((item) => {
    const parts = item.parts.map((part) => partView(part, qualification, words));
    const missing = parts.some(({ isMissing }) => isMissing);
    const findings = review.findings.filter((finding) => concerns(finding, item, qualification));
    const places = parts.flatMap((part) => part.places.map(review.locate));
    return {
      clause: item.clause,
      what: item.what,
      says: parts.flatMap(({ says }) => says),
      places: places.filter(({ text }, at) => places.findIndex((one) => one.text === text) === at),
      state: stateOf(missing, findings, parts, words),
    };
  });
}

interface PartView {
  readonly says: readonly string[];
  /** Where it is written. */
  readonly places: readonly Place[];
  readonly isMissing: boolean;
  readonly isNone: boolean;
}

function stateOf(isMissing: boolean, findings: readonly Diagnostic[], parts: readonly PartView[], words: Words) {
  if (isMissing) return words("conformance.state.missing");
  if (findings.some(({ severity }) => severity === "error")) return words("conformance.state.wrong");
  if (findings.length > 0) return words("conformance.state.questions", { count: findings.length });
  return words(parts.every(({ isNone }) => isNone) ? "conformance.state.none" : "conformance.state.met");
}

/** A finding speaks of an item where its rule rests on the clause, or where it lies in what the item is written in. */
function concerns({ rule, place }: Diagnostic, { clause, parts }: RequiredItem, { origin }: Qualification): boolean {
  const explanation = explanations.find(({ id }) => id === rule);
  if (explanation !== undefined && wholeSourceOf(explanation).includes(clause)) return true;
  const isHere = place.file === origin.spec.source;
  const pointers = parts.flatMap((part) => ("path" in part ? [`/${part.path.join("/")}`] : []));
  return isHere && pointers.some((pointer) => place.pointer === pointer || place.pointer.startsWith(`${pointer}/`));
}

function partView(part: RequiredPart, qualification: Qualification, words: Words): PartView {
  if ("path" in part) return writtenView(part.path, part.isOptional === true, qualification, words);
  const { places, says } = summaries[part.summary](qualification, words);
  return { says, places, isMissing: says.length === 0, isNone: false };
}

function writtenView(path: Path, isOptional: boolean, qualification: Qualification, words: Words): PartView {
  let value: unknown = qualification.source;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[String(step)];
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return { says: [], places: [], isMissing: !isOptional, isNone: false };
  const isHours = ["totalQualificationTime", "guidedLearningHours"].includes(String(path.at(-1)));
  const key = `conformance.key.${path.join(".")}`;
  const said = joinWords(
    (Array.isArray(value) ? value : [value]).map((one) => printValue(one, isHours, words)),
    "and",
  );
  return {
    says: [hasWord(key) ? `${words(key)}: ${said}` : said],
    places: [keyOf(qualification, ...path)],
    isMissing: false,
    isNone: value === "none",
  };
}

function printValue(value: unknown, isHours: boolean, words: Words): string {
  if (value === "none") return words("facts.none");
  if (isHours) return words("facts.hours", { count: String(value) });
  const key = `conformance.word.${String(value)}`;
  return hasWord(key) ? words(key) : String(value);
}

type Summary = Pick<PartView, "says" | "places">;

const summaries: Readonly<
  Record<Extract<RequiredPart, { summary: string }>["summary"], (one: Qualification, words: Words) => Summary>
> = {
  combination: (qualification, words) => ({
    says: combinationSentences(qualification, words),
    places: [
      keyOf(qualification, qualification.source.rulesOfCombination === undefined ? "units" : "rulesOfCombination"),
    ],
  }),
  coverage: ({ units }, words) => {
    const outcomes = units.flatMap((unit) => unit.outcomes);
    const criteria = outcomes.flatMap((outcome) => outcome.criteria);
    const ranged = [...outcomes, ...criteria].filter(({ range }) => range !== null).length;
    const said = words("conformance.coverage", { units: units.length, outcomes: outcomes.length, ranges: ranged });
    return { says: outcomes.length === 0 ? [] : [said], places: units.map(outcomesOf) };
  },
  criteria: ({ units }, words) => {
    const count = units.flatMap((unit) => unit.outcomes.flatMap(({ criteria }) => criteria)).length;
    return { says: count === 0 ? [] : [words("conformance.criteria", { count })], places: units.map(outcomesOf) };
  },
  "unit-methods": ({ units }, words) => {
    const without = units.filter((unit) => methodsOfUnit(unit, words) === null);
    return { says: [spread("methods", units, without, words)], places: [] };
  },
  level: (qualification, words) => ({
    says:
      qualification.levels.length === 0
        ? []
        : [`${words("facts.level")}: ${joinWords(qualification.levels.map(levelName))}`],
    places: [keyOf(qualification, qualification.source.level === undefined ? "levels" : "level")],
  }),
  "unit-level": ({ units }, words) => {
    const without = units.filter(({ level }) => level === null);
    return { says: [spread("level", units, without, words)], places: [] };
  },
  "unit-credit": ({ units }, words) => {
    const without = units.filter(({ source }) => source.credit === undefined);
    return { says: [spread("credit", units, without, words)], places: [] };
  },
};

function outcomesOf(unit: Unit): Place {
  return keyOf(unit, "learningOutcomes");
}

/** "Stated for all 15 units", or the units that leave it out. */
function spread(what: "methods" | "level" | "credit", all: readonly Unit[], without: readonly Unit[], words: Words) {
  const said =
    without.length === 0
      ? words("conformance.units-all", { count: all.length })
      : words("conformance.units-without", { units: joinWords(without.map(({ id }) => id)) });
  return `${capitalise(words(`conformance.units-${what}`))}: ${said}`;
}
