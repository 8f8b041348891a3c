import { levelName } from "../model/level.ts";
import type { Qualification } from "../model/types.ts";
import type { Change, Effect, Said, Where } from "./change.ts";
import { effectOnEnd, effectOnOffer } from "./compare-demands.ts";
import { keptUnder, recordChange, valueChange } from "./record.ts";
import { creditOf, hoursOf, listOf, textOrNull } from "./values.ts";

/** Where a qualification's own changes are. */
export function atQualification({ id, title }: Qualification): Where {
  return { of: "qualification", qualifications: [id], unit: null, number: null, key: null, name: title };
}

type Read = (qualification: Qualification) => string | null;
type Source = Qualification["source"];

const text =
  (read: (source: Source) => string | undefined): Read =>
  ({ source }) =>
    textOrNull(read(source));
const list =
  (read: (source: Source) => string | readonly string[] | undefined): Read =>
  ({ source }) =>
    listOf(read(source));

/**
 * What a qualification says of itself. Its version, the days of issue and sign-off, the list of changes and its waivers are
 * about the specification, and no change of it.
 */
const facts: Readonly<Record<string, Read>> = {
  id: ({ id }) => id,
  number: text(({ number }) => number),
  status: text(({ status }) => status),
  level: ({ levels }) => listOf(levels.length === 0 ? null : levels.map(levelName)),
  credit: ({ source }) => creditOf(source.credit),
  totalQualificationTime: ({ source }) => hoursOf(source.totalQualificationTime),
  guidedLearningHours: ({ source }) => hoursOf(source.guidedLearningHours),
  size: text(({ size }) => size),
  type: text(({ type }) => type),
  sector: text(({ sector }) => sector),
  regulators: list(({ regulators }) => regulators),
  organisation: ({ source: { awardingOrganisation: one } }) =>
    listOf(one === undefined ? null : [one.name, one.acronym, one.recognitionNumber].flatMap((part) => part ?? [])),
  endorsements: list(({ endorsements }) => endorsements),
  progressionFrom: text(({ progressionFrom }) => progressionFrom),
  barringCode: text(({ barringCode }) => barringCode),
  standards: list(({ standards }) => standards),
  regulationStart: text(({ dates }) => dates?.regulationStart),
  operationalStart: text(({ dates }) => dates?.operationalStart),
  operationalEnd: text(({ dates }) => dates?.operationalEnd),
  certificationEnd: text(({ dates }) => dates?.certificationEnd),
  review: text(({ dates }) => dates?.review),
  entryQualifications: text(({ entry }) => entry?.qualifications),
  minimumAge: ({ source: { entry } }) => (entry?.minimumAge === undefined ? null : String(entry.minimumAge)),
  grading: ({ source: { grading } }) =>
    listOf(
      grading?.type === undefined ? null : [grading.type, ...(grading.scale ?? []), grading.rule ?? ""].filter(Boolean),
    ),
  methods: list(({ assessment }) => assessment?.methods),
  languages: list(({ assessment }) => assessment?.languages),
  specimenMaterials: text(({ assessment }) => assessment?.specimenMaterials),
  policies: ({ source: { policies } }) => entriesOf(policies),
  contact: ({ source: { contact } }) => entriesOf(contact),
  language: ({ language }) => language,
};

/** Of some of them it can be told whether they ask for more or for less. */
const effects: Readonly<Record<string, (before: Source, after: Source) => Effect | null>> = {
  operationalEnd: (before, after) =>
    effectOnEnd(before.dates?.operationalEnd ?? null, after.dates?.operationalEnd ?? null),
  certificationEnd: (before, after) =>
    effectOnEnd(before.dates?.certificationEnd ?? null, after.dates?.certificationEnd ?? null),
  languages: (before, after) => effectOnOffer(before.assessment?.languages ?? [], after.assessment?.languages ?? []),
};

/** The same in whole sentences, of which the words are compared. */
const sentences: Readonly<Record<string, Read>> = {
  title: ({ title }) => textOrNull(title),
  objective: ({ source: { objective } }) =>
    listOf(objective === undefined ? null : [...(objective.kinds ?? []), objective.statement ?? ""].filter(Boolean)),
  levelsRationale: text(({ levelsRationale }) => levelsRationale),
  entryKnowledge: text(({ entry }) => entry?.knowledge),
  entryOther: text(({ entry }) => entry?.other),
  requirementsBeforeAward: text((source) => source.requirementsBeforeAward),
  progression: text(({ progression }) => progression),
  people: ({ source: { assessment } }) => entriesOf(assessment?.people),
  notice: text(({ notice }) => notice),
  selfAssessment: ({ source: { selfAssessment: one } }) =>
    listOf(
      one === undefined
        ? null
        : [one.title, one.introduction, ...one.scale, ...one.statements.map(({ statement }) => statement)].flatMap(
            (part) => part ?? [],
          ),
    ),
};

/** What is not what it was of a qualification itself. */
export function compareQualification(before: Qualification, after: Qualification): readonly Change[] {
  const said: readonly Said[] = [
    ...Object.entries(sentences).flatMap(([aspect, read]) =>
      valueChange(aspect, read(before), read(after), { isText: true }),
    ),
    ...Object.entries(facts).flatMap(([aspect, read]) =>
      valueChange(aspect, read(before), read(after), {
        effect: effects[aspect]?.(before.source, after.source) ?? null,
        note: aspect === "id" ? keptUnder("id") : null,
      }),
    ),
  ];
  return said.map((one) => recordChange(atQualification(after), one));
}

function entriesOf(record: Readonly<Partial<Record<string, string>>> | undefined | object): string | null {
  if (record === undefined) return null;
  const entries = Object.entries(record as Readonly<Record<string, string>>);
  return entries.length === 0 ? null : listOf(entries.map(([, one]) => one));
}
