import type { Corpus } from "../../model/corpus.ts";
import { levelName, levelRank } from "../../model/level.ts";
import type { Level, Unit } from "../../model/types.ts";
import { capitalise, code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import data from "./data/verb-levels.json" with { type: "json" };
import { british, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (level: number, criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlevel: ${level}\nlearningOutcomes:\n  - { outcome: Understand teamwork, assessmentCriteria: [${criterion}] }\n`;

export const verbFitsLevel = defineRule({
  id: "verb-fits-level",
  severity: "advice",
  summary: "The verbs of a unit's criteria suit its level",
  why: "A verb that is far too high asks for what the level does not teach; a unit in which every verb is far too low can be passed with less than the level promises.",
  basis: "practice",
  checks: ["U029"],
  source: "Practice",
  serves: { ofqual: "level descriptors (verbs are advice)" },
  good: unit(6, "Critically evaluate two models of teamwork"),
  bad: unit(1, "«Critically evaluate» two models of teamwork"),
  unit: (one, report, corpus) => {
    if (one.level === null) return;
    const used = readCriteria(one).map((reading) => usedVerb(reading, corpus));
    for (const verb of used) reportTooHigh(one, one.level, verb, report);
    reportTooLow(one, one.level, used, report);
  },
});

interface Band {
  readonly from?: Level;
  readonly to?: Level;
}

interface Used {
  readonly reading: Reading;
  /** As the lists have it: "critically evaluate". */
  readonly verb: string;
  /** The words of the text that are the verb. */
  readonly start: number;
  readonly end: number;
  /** Ranks of levels at which nobody would object; both null where the verb has no band. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether the house has said so. */
  readonly isOwn: boolean;
}

const bands = new Map<string, Band>(Object.entries(data.bands));
const otherMeanings = new Map<string, readonly string[]>(Object.entries(data.otherMeaning));
const lesser = new Map<string, readonly string[]>(Object.entries(data.lesser));

function usedVerb(reading: Reading, { config }: Corpus): Used {
  const { tokens, verbAt } = reading;
  const single = british(tokens[verbAt]?.word ?? "");
  const before = tokens[verbAt - 1]?.word;
  const isCritical = before === "critically" && findBand(`critically ${single}`, config) !== null;
  const verb = isCritical ? `critically ${single}` : single;
  const found = hasOtherMeaning(reading, verb) ? null : findBand(verb, config);
  return {
    reading,
    verb,
    start: tokens[isCritical ? verbAt - 1 : verbAt]?.start ?? 0,
    end: tokens[verbAt]?.end ?? 0,
    lowest: found?.band.from === undefined ? null : levelRank(found.band.from) - found.apart + 1,
    highest: found?.band.to === undefined ? null : levelRank(found.band.to) + found.apart - 1,
    isOwn: found?.apart === 1,
  };
}

/** The house's own bands are meant as they are written; ours are wide, and only a clear mismatch counts. */
function findBand(verb: string, config: Corpus["config"]): { readonly band: Band; readonly apart: number } | null {
  const own = Object.entries(config.vocabulary?.verbs ?? {}).find(([name]) => british(name.toLowerCase()) === verb);
  if (own !== undefined) return { band: own[1] as Band, apart: 1 };
  const band = bands.get(verb);
  return band === undefined ? null : { band, apart: data.levelsApart };
}

/** "Evaluate the expression 3x + 2" */
function hasOtherMeaning({ tokens }: Reading, verb: string): boolean {
  const words = otherMeanings.get(verb);
  return words !== undefined && tokens.some(({ word }) => words.includes(word));
}

/** A criterion that belongs to a higher grade may ask for more than the level. */
function reportTooHigh(one: Unit, level: Level, { reading, verb, start, end, lowest }: Used, report: Report): void {
  const allowed = levelRank(level) + (reading.criterion.grade === null ? 0 : 1);
  if (lowest === null || allowed >= lowest) return;
  const instead = (lesser.get(verb) ?? ["explain", "describe"]).filter((word) => isLowEnough(word, levelRank(level)));
  const examples = joinWords(
    instead.slice(0, 2).map((word) => code(capitalise(word))),
    "or",
  );
  const message = `Unexpected ${code(reading.text.slice(start, end))} at ${levelName(level)}, expected a verb of that level; ask for less, such as ${examples}, or check the level`;
  report(one.origin.spec.stretchAt(reading.path, start, end), message, [levelOf(one)]);
}

/** Whether a verb that is offered instead would not be found in its turn. */
function isLowEnough(verb: string, rank: number): boolean {
  const from = bands.get(verb)?.from;
  return from === undefined || levelRank(from) - data.levelsApart < rank;
}

/** One low verb among others is in order, and so are units in which most is done, not told. */
function reportTooLow(one: Unit, level: Level, used: readonly Used[], report: Report): void {
  // One or two criteria show little of a unit: there, only what is further off yet counts.
  const margin = used.length < 3 ? data.levelsApart : 0;
  const low = used.filter(
    ({ highest, isOwn, reading }) =>
      highest !== null && levelRank(level) > highest + (isOwn ? 0 : margin) && isAlone(reading),
  );
  const [first] = low;
  if (first === undefined || low.length < used.length * (used.length < 5 ? 1 : 0.8)) return;
  const verbs = [...new Set(low.map(({ verb }) => code(capitalise(verb))))].slice(0, 3);
  const share = used.length === 1 ? "its only criterion" : `${low.length} of its ${used.length} criteria`;
  const message = `Unexpected ${joinWords(verbs)} in ${share} at ${levelName(level)}, expected verbs that ask for more; write ${joinWords(deeper(level), "or")} where that is meant, or check the level`;
  const place = one.origin.spec.stretchAt(first.reading.path, first.start, first.end);
  report(place, message, [levelOf(one)]);
}

/** "Identify and explain" asks for more than its first verb. */
function isAlone({ tokens, verbAt }: Reading): boolean {
  return !["and", "or"].includes(tokens[verbAt + 1]?.word ?? "");
}

function deeper(level: Level): readonly string[] {
  const verbs = levelRank(level) >= 6 ? ["Critically analyse", "Evaluate"] : ["Analyse", "Explain"];
  return verbs.map(code);
}

function levelOf(one: Unit) {
  return { message: "the level of the unit", place: placeOf(one, "level") };
}
