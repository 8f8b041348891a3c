import type { Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import { peopleRules } from "./people-rules.ts";
import { publishedUnit } from "./published-unit.ts";

/** What tutors and assessors teach and judge from: each unit with its content, its tasks and the guidance on judging them. */
export const unitGuide = defineDocument({
  id: "unit-guide",
  audience: "assessor",
  orientation: "portrait",
  view: (subject, words) => ({
    cover: cover("unit-guide", subject, words),
    people: peopleRules(subject.qualification, words),
    units: subject.units.map((unit, position) => unitView(unit, position, subject, words)),
  }),
});

function unitView(unit: Unit, position: number, subject: Subject, words: Words) {
  const published = publishedUnit(unit, position, subject, words);
  return {
    ...published,
    outcomes: published.outcomes.map((outcome, at) => ({
      ...outcome,
      criteria: outcome.criteria.map((criterion, place) => {
        const { task = null, guidance = null } = unit.outcomes[at]?.criteria[place] ?? {};
        return { ...criterion, task, guidance };
      }),
    })),
  };
}
