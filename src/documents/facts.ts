import { levelName } from "../model/level.ts";
import type { Level, Qualification, Unit } from "../model/types.ts";
import { capitalise, joinWords } from "../text/words.ts";
import { hasWord, type Words } from "../words/words.ts";
import { printDate } from "./print-date.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The table at the front of a qualification's papers. */
export function qualificationFacts(qualification: Qualification, words: Words): readonly Fact[] {
  const { source, levels } = qualification;
  return facts([
    [words("facts.organisation"), source.awardingOrganisation?.name],
    [words("facts.number"), orNone(source.number, words)],
    [words("facts.level"), levels.length === 0 ? undefined : joinWords(levels.map((level) => levelOnly(level)))],
    [words("facts.credit"), figure(source.credit, words)],
    [capitalise(words("guidedLearningHours.one")), hours(source.guidedLearningHours, words)],
    [capitalise(words("totalQualificationTime.one")), hours(source.totalQualificationTime, words)],
    [words("facts.grading"), grading(qualification, words)],
    [words("facts.methods"), source.assessment?.methods?.join(", ")],
    [words("facts.languages"), source.assessment?.languages?.map((one) => languageName(one, words)).join(", ")],
    [words("facts.minimum-age"), figure(source.entry?.minimumAge, words)],
    [words("facts.start"), source.dates?.operationalStart && printDate(source.dates.operationalStart)],
    [words("facts.end"), source.dates?.operationalEnd && printDate(source.dates.operationalEnd)],
    [words("facts.version"), source.version],
    [words("facts.issued"), source.issued && printDate(source.issued)],
  ]);
}

/** Those by which a record is filed, and by which its version is known. */
export function filingFacts(qualification: Qualification, words: Words): readonly Fact[] {
  const kept = ["facts.number", "facts.level", "facts.languages", "facts.version", "facts.issued"].map((key) =>
    words(key),
  );
  return qualificationFacts(qualification, words).filter(({ label }) => kept.includes(label));
}

/** The table at the head of a unit. */
export function unitFacts({ source, level }: Unit, words: Words): readonly Fact[] {
  return facts([
    [words("facts.owner-reference"), source.ownerReference],
    [words("facts.reference"), orNone(source.reference, words)],
    [words("facts.level"), level === null ? undefined : levelOnly(level)],
    [words("facts.credit"), figure(source.credit, words)],
    [capitalise(words("guidedLearningHours.one")), hours(source.guidedLearningHours, words)],
    [words("facts.tut"), hours(source.totalUnitTime, words)],
    [words("facts.minimum-age"), figure(source.minimumAge, words)],
  ]);
}

function facts(rows: readonly (readonly [string, string | undefined])[]): readonly Fact[] {
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** The label beside it says "Level" already. */
function levelOnly(level: Level): string {
  return levelName(level).replace(/^Level /u, "");
}

function figure(value: number | "none" | undefined, words: Words): string | undefined {
  if (value === "none") return words("facts.none");
  return value === undefined ? undefined : String(value);
}

function hours(value: number | "none" | undefined, words: Words): string | undefined {
  return typeof value === "number" ? words("facts.hours", { count: value }) : figure(value, words);
}

function orNone(value: string | undefined, words: Words): string | undefined {
  return value === "none" ? words("facts.none") : value;
}

function grading({ source }: Qualification, words: Words): string | undefined {
  if (source.grading?.type === "graded")
    return words("grading.graded", { scale: (source.grading.scale ?? []).join(", ") });
  return source.grading?.type === undefined ? undefined : words("grading.pass-fail");
}

export function languageName(language: string, words: Words): string {
  const key = `language.${language.split("-")[0]}`;
  return hasWord(key) ? words(key) : language;
}
