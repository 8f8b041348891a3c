import type { Qualification, Unit } from "../model/types.ts";
import { capitalise } from "../text/words.ts";
import { hasWord, type Words } from "../words/words.ts";
import { combinationSentences, structureTables } from "./combination.ts";
import { cover } from "./cover.ts";
import { defineDocument } from "./define-document.ts";
import { languageName } from "./facts.ts";
import { given } from "./given.ts";
import { peopleRules } from "./people-rules.ts";
import { printDate } from "./print-date.ts";
import { publishedUnit } from "./published-unit.ts";

/** What an awarding organisation publishes: everything that centres and learners need to know, and nothing for assessors only. */
export const qualificationSpecification = defineDocument({
  id: "qualification-specification",
  audience: "centre",
  orientation: "portrait",
  isOfWhole: true,
  view: (subject, words) => {
    const { qualification } = subject;
    if (qualification === null) throw new Error("a qualification specification is made of a qualification");
    return {
      cover: cover("qualification-specification", subject, words),
      about: aboutView(qualification, words),
      structure: {
        sentences: combinationSentences(qualification, words),
        groups: structureTables(qualification, words),
        levelsRationale: given(qualification.source.levelsRationale),
      },
      assessment: assessmentView(qualification, words),
      units: subject.units.map((unit, position) => publishedUnit(unit, position, subject, words)),
      policies: policiesView(qualification, words),
      contact: contactView(qualification, words),
      changes: (qualification.source.changes ?? []).map(({ version, date, summary }) => ({
        version: version ?? "",
        date: date === undefined ? "" : printDate(date),
        summary: summary ?? "",
      })),
      abbreviations: abbreviationsView(words),
      terms: termsView(subject.units),
    };
  },
});

export function aboutView({ source }: Qualification, words: Words) {
  const { entry } = source;
  const standards = typeof source.standards === "string" ? [source.standards] : (source.standards ?? []);
  return {
    kinds: (source.objective?.kinds ?? []).map((kind) => capitalise(words(`conformance.word.${kind}`))),
    objective: given(source.objective?.statement),
    entry: [entry?.qualifications, entry?.knowledge, entry?.other].flatMap((text) => given(text) ?? []),
    minimumAge: typeof entry?.minimumAge === "number" ? words("handbook.age", { age: entry.minimumAge }) : null,
    requirements: given(source.requirementsBeforeAward),
    progression: given(source.progression),
    standards: standards.flatMap((text) => given(text) ?? []),
    facts: furtherFacts(source, words),
  };
}

/** What the register holds of a qualification, and the front of its papers does not say. */
function furtherFacts(source: Qualification["source"], words: Words) {
  const { awardingOrganisation: organisation, dates, endorsements } = source;
  const day = (date: string | undefined) => (date === undefined ? null : printDate(date));
  const rows = [
    ["recognition-number", given(organisation?.recognitionNumber)],
    ["type", given(source.type)],
    ["sector", given(source.sector)],
    ["endorsements", typeof endorsements === "object" ? endorsements.join(", ") : null],
    ["progression-from", given(source.progressionFrom)],
    ["barring-code", given(source.barringCode)],
    ["regulation-start", day(dates?.regulationStart)],
    ["review", day(dates?.review)],
    ["certification-end", day(dates?.certificationEnd)],
  ] as const;
  return rows.flatMap(([key, value]) => (value === null ? [] : [{ label: words(`handbook.fact.${key}`), value }]));
}

export function assessmentView(qualification: Qualification, words: Words) {
  const { assessment, grading } = qualification.source;
  const specimen = assessment?.specimenMaterials;
  const isGraded = grading?.type === "graded";
  return {
    methods: assessment?.methods ?? [],
    grading:
      grading?.type === undefined
        ? null
        : isGraded
          ? words("grading.graded", { scale: (grading.scale ?? []).join(", ") })
          : words("handbook.pass-fail"),
    rule: given(grading?.rule),
    languages: (assessment?.languages ?? []).map((language) => languageName(language, words)),
    specimen: specimen === "none" ? words("handbook.no-specimen") : given(specimen),
    people: peopleRules(qualification, words),
    simulation: simulationSentence(qualification.units, words),
  };
}

/** Whether simulation is allowed stands beside each criterion; where it is one answer for all, it is said once more. */
function simulationSentence(units: readonly Unit[], words: Words): string {
  const answers = new Set(
    units.flatMap(({ outcomes }) => outcomes.flatMap(({ criteria }) => criteria.map(({ simulation }) => simulation))),
  );
  const [only = null] = answers;
  return words(answers.size === 1 && only !== null ? `handbook.simulation-${only}` : "handbook.simulation-mixed");
}

const policies = [
  "recognitionOfPriorLearning",
  "reasonableAdjustments",
  "specialConsideration",
  "appeals",
  "complaints",
  "fees",
] as const;

export function policiesView({ source }: Qualification, words: Words) {
  return policies.flatMap((policy) => {
    const url = given(source.policies?.[policy]);
    return url === null ? [] : [{ label: words(`handbook.policy.${policy}`), url }];
  });
}

export function contactView({ source }: Qualification, words: Words) {
  const { email, telephone, address, website } = source.contact ?? {};
  const rows = [
    ["email", email, email === undefined ? null : `mailto:${email}`],
    ["telephone", telephone, null],
    ["website", website, website ?? null],
    ["address", address, null],
  ] as const;
  return rows.flatMap(([key, text, href]) =>
    given(text) === null ? [] : [{ label: words(`handbook.contact.${key}`), text, href }],
  );
}

const abbreviations = ["guidedLearningHours", "totalQualificationTime", "iqa"] as const;

function abbreviationsView(words: Words) {
  return abbreviations.map((key) => ({
    short: words(`${key}.short`),
    long: capitalise(words(`${key}.one`)),
    meaning: hasWord(`handbook.meaning.${key}`) ? words(`handbook.meaning.${key}`) : "",
  }));
}

/** Each term that a unit explains, and the units that do, as an index. */
function termsView(units: readonly Unit[]) {
  const byTerm = new Map<string, { readonly id: string; readonly title: string }[]>();
  for (const { id, title, source } of units)
    for (const { term } of source.glossary ?? []) {
      byTerm.set(term, [...(byTerm.get(term) ?? []), { id: `unit-${id}`, title }]);
    }
  const order = (term: string) => term.toLowerCase();
  return [...byTerm].sort(([a], [b]) => (order(a) < order(b) ? -1 : 1)).map(([term, places]) => ({ term, places }));
}
