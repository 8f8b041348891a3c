import type {
  Assessment,
  CriterionRecord,
  EvidenceItem,
  LearnerRecord,
  UnitRecord,
} from "../../src/record/learner-record.ts";
import { nothingDecided } from "../../src/record/learner-record.ts";
import { criteriaOf, type MappedCriterion, type PaperMap } from "../../src/record/paper-map.ts";
import type { Choose } from "../fuzz/random.ts";
import { sampleMap } from "./sample-map.ts";

/** A paper about one to three units; some criteria are drafts without a key. */
export function randomMap(choose: Choose, document: string): PaperMap {
  const units = some(choose, 1, 3, (at) => {
    const id = `unit-${at}`;
    const outcomes = some(choose, 1, 2, (outcome) => ({
      number: String(outcome),
      text: `Outcome ${outcome}`,
      criteria: some(choose, 1, 3, (criterion) => randomAsked(choose, id, `${outcome}.${criterion}`)),
    }));
    return { id, title: `Unit ${at}`, outcomes };
  });
  return { ...sampleMap(document), units };
}

function randomAsked(choose: Choose, unit: string, number: string): MappedCriterion {
  const key = choose(4) === 0 ? null : `key-${number.replace(".", "-")}`;
  return { unit, key, number, text: `Text ${number}`, hash: randomHash(choose), field: `${unit}.${key ?? number}` };
}

/** A record of a paper as programs write it: with work on older wording, and on what the paper no longer asks for. */
export function randomRecord(choose: Choose, map: PaperMap): LearnerRecord {
  const evidence = randomEvidence(choose);
  const criteria = criteriaOf(map).map((asked) => randomCriterion(choose, asked, evidence));
  const gone = some(choose, 0, 2, (at) =>
    randomCriterion(choose, { ...randomAsked(choose, "unit-1", `9.${at}`), key: `gone-${at}` }, evidence),
  );
  const units = [...map.units, ...(choose(3) === 0 ? [{ id: "gone", title: "Gone" }] : [])];
  return {
    format: "qualspec-learner-record",
    version: 1,
    document: map.document,
    specification: map.specification,
    saved: choose(3) === 0 ? null : `2026-0${choose(8) + 1}-01T00:00:00.000Z`,
    learner: { name: orNull(choose), number: orNull(choose), centre: orNull(choose) },
    evidence,
    criteria: [...criteria, ...gone],
    units: units.map(({ id, title }) => randomUnit(choose, id, title)),
    fields: randomFields(choose),
    records: [],
  };
}

const references = ["1", "2", "17", "A-3", "Photo, front", "salt and pepper", "Film; long"];

function randomEvidence(choose: Choose): readonly EvidenceItem[] {
  const taken = references.filter(() => choose(3) === 0);
  return taken.map((reference) => ({ reference, description: orNull(choose), date: orNull(choose) }));
}

function randomCriterion(choose: Choose, asked: MappedCriterion, log: readonly EvidenceItem[]): CriterionRecord {
  const { unit, key, number, text, hash } = asked;
  const logged = log.filter(() => choose(3) === 0).map(({ reference }) => reference);
  const evidence = [...logged, ...(choose(4) === 0 ? ["not-logged"] : [])];
  const answer = orNull(choose);
  const isOlder = (answer !== null || evidence.length > 0) && choose(3) === 0;
  return {
    unit,
    key,
    number,
    ...(isOlder ? { text: `Older ${text}`, hash: randomHash(choose) } : { text, hash }),
    answer,
    evidence,
    assessment: randomAssessment(choose, hash),
  };
}

function randomAssessment(choose: Choose, hash: string): Assessment {
  const decision = pick(choose, [null, null, "met", "not-yet"] as const);
  const noted = { location: orNull(choose), method: orNull(choose), iqa: orNull(choose), assessor: orNull(choose) };
  const judged = decision === null ? null : pick(choose, [hash, randomHash(choose)]);
  return choose(3) === 0
    ? nothingDecided
    : { ...noted, hash: judged, decision, date: orNull(choose), feedback: orNull(choose) };
}

function randomUnit(choose: Choose, id: string, title: string): UnitRecord {
  const decision = pick(choose, [null, "achieved", "further-work"] as const);
  const [feedback, actions, date] = [orNull(choose), orNull(choose), orNull(choose)];
  return { id, title, decision, feedback, actions, date, assessor: orNull(choose), iqaComment: orNull(choose) };
}

const names = [
  "self.1",
  "declaration.date",
  "people.assessor",
  "me.assessor",
  "unit-1..own-work",
  "unit-1..sign-off.assessor-signature",
  "unit-1..reopened",
  "unit-1.key-1-1.changed",
  "of.another.version.a",
];

function randomFields(choose: Choose): LearnerRecord["fields"] {
  const chosen = names.filter(() => choose(3) === 0).sort();
  return Object.fromEntries(chosen.map((name) => [name, text(choose)]));
}

/** Words that nobody expects, and everybody gets. */
const texts = ["Yes", "0", "Two\nlines", "a, b and c", "=1+1", "  around  ", "é 😀 שלום", "__proto__", "<b>&amp;</b>"];

export function text(choose: Choose): string {
  return pick(choose, texts);
}

function orNull(choose: Choose): string | null {
  return choose(2) === 0 ? null : text(choose);
}

export function pick<T>(choose: Choose, from: readonly T[]): T {
  const found = from[choose(from.length)];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

/** From `least` to `most` things, made of their numbers from 1 on. */
function some<T>(choose: Choose, least: number, most: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: least + choose(most - least + 1) }, (_, at) => make(at + 1));
}

function randomHash(choose: Choose): string {
  return choose(2 ** 32)
    .toString(16)
    .padStart(8, "0");
}
