import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import { type Choice, criteriaOf, type PaperMap } from "./paper-map.ts";
import { criterionEnds, criterionId, evidenceParts, learnerParts, unitEnds } from "./places.ts";

/** What stands in the fields of a paper, by their names; an empty field is "", a tick is `yes`. */
export type FieldValues = ReadonlyMap<string, string>;

/** A record as the values of a paper's fields. */
export function valuesOf(map: PaperMap, record: LearnerRecord): FieldValues {
  const values = new Map<string, string>(Object.entries(record.fields));
  for (const part of learnerParts) values.set(`${map.person}.${part}`, record.learner[part] ?? "");
  for (const [at, item] of record.evidence.entries()) {
    for (const part of evidenceParts) values.set(`log.${at + 1}.${part}`, item[part] ?? "");
    const criteria = `log.${at + 1}.criteria`;
    if (!values.has(criteria)) values.set(criteria, criteriaWith(item.reference, record).join(", "));
  }
  const criteria = new Map(record.criteria.map((one) => [criterionId(one), one]));
  for (const asked of criteriaOf(map)) {
    const found = criteria.get(criterionId(asked));
    if (found !== undefined) setCriterion(values, map, asked.field, found);
  }
  const asked = new Set(map.units.map(({ id }) => id));
  for (const unit of record.units.filter(({ id }) => asked.has(id))) {
    setChoice(values, map, `${unit.id}..decision`, unit.decision);
    for (const [end, part] of unitEnds) values.set(`${unit.id}..${end}`, unit[part] ?? "");
  }
  return values;
}

/** The numbers of the criteria that a piece of evidence is linked to, each with its unit where there are several. */
export function criteriaWith(
  reference: string,
  { criteria, units }: Pick<LearnerRecord, "criteria" | "units">,
): readonly string[] {
  return criteria
    .filter(({ evidence }) => evidence.includes(reference))
    .map(({ unit, number }) => (units.length > 1 ? `${unit} ${number}` : number));
}

function setCriterion(values: Map<string, string>, map: PaperMap, field: string, record: CriterionRecord): void {
  const { assessment } = record;
  values.set(`${field}.a`, record.answer ?? "");
  values.set(`${field}.e`, record.evidence.join(", "));
  setChoice(values, map, `${field}.r`, assessment.decision);
  for (const [end, part] of criterionEnds) values.set(`${field}.${end}`, assessment[part] ?? "");
}

/** Words that are none of the choice stand in the other fields of the record, and are shown where they were written. */
function setChoice(values: Map<string, string>, { choices }: PaperMap, name: string, choice: Choice | null): void {
  if (choice !== null) values.set(name, choices[choice]);
  else if (!values.has(name)) values.set(name, "");
}
