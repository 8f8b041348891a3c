import type { LearnerRecord } from "./learner-record.ts";
import { criterionId, isMark } from "./places.ts";
import { linesOf, reopenedField } from "./reopened.ts";

/** How much of each kind there is, in a file or in what it has changed. */
export interface Amounts {
  readonly answers: number;
  /** Pieces of evidence. */
  readonly evidence: number;
  /** Criteria that name evidence. */
  readonly links: number;
  /** Decisions on criteria, and feedback. */
  readonly decisions: number;
  /** Decisions and comments on units. */
  readonly units: number;
  /** Whatever else was filled in, such as declarations and signatures. */
  readonly others: number;
}

/** What a file has brought. */
export interface Arrival {
  readonly inFile: Amounts;
  /** What is new or different here since. */
  readonly news: Amounts;
  /** Titles of units whose sign-off was here and is taken away. */
  readonly reopened: readonly string[];
}

/** What a file brought: `before` and `now` are what stood here before it and after. */
export function arrivalOf(file: LearnerRecord, before: LearnerRecord, now: LearnerRecord): Arrival {
  const isOpen = new Set(now.units.filter(({ decision }) => decision !== "achieved").map(({ id }) => id));
  const isTold = (id: string) =>
    linesOf(now.fields[reopenedField(id)]).length > linesOf(before.fields[reopenedField(id)]).length;
  return {
    inFile: amountsIn(file, null),
    news: amountsIn(now, before),
    reopened: before.units
      .filter(({ id, decision }) => decision === "achieved" && isOpen.has(id) && isTold(id))
      .map(({ title }) => title),
  };
}

export function isNothing(amounts: Amounts): boolean {
  return Object.values(amounts).every((amount) => amount === 0);
}

/** Only what is otherwise than in the second, where there is one. */
function amountsIn(record: LearnerRecord, before: LearnerRecord | null): Amounts {
  const [now, old] = [partsOf(record), before === null ? null : partsOf(before)];
  const count = (kind: keyof Amounts) =>
    [...now[kind]].filter(([name, said]) => said !== nothing && said !== (old?.[kind].get(name) ?? nothing)).length +
    // What was taken away is news too.
    [...(old?.[kind] ?? [])].filter(([name, said]) => said !== nothing && (now[kind].get(name) ?? nothing) === nothing)
      .length;
  return {
    answers: count("answers"),
    evidence: count("evidence"),
    links: count("links"),
    decisions: count("decisions"),
    units: count("units"),
    others: count("others"),
  };
}

const nothing = "";

type Parts = Readonly<Record<keyof Amounts, ReadonlyMap<string, string>>>;

/** Everything that a record says, by where it stands: two records say the same where these are the same. */
function partsOf({ criteria, evidence, units, fields, learner }: LearnerRecord): Parts {
  const said = (parts: readonly (string | null)[]) =>
    parts.every((part) => part === null) ? nothing : JSON.stringify(parts);
  const { name, number, centre } = learner;
  const others: readonly (readonly [string, string])[] = [
    ...Object.entries(fields).filter(([field]) => !isMark(field)),
    ["learner", said([name, number, centre])],
  ];
  return {
    answers: new Map(criteria.map((one) => [criterionId(one), one.answer ?? nothing])),
    evidence: new Map(
      evidence.map(({ reference, description, date }) => [reference, said([reference, description, date])]),
    ),
    links: new Map(criteria.map((one) => [criterionId(one), [...one.evidence].sort().join("\n")])),
    decisions: new Map(
      criteria.map(({ assessment: { hash: _hash, ...rest }, ...one }) => [criterionId(one), said(Object.values(rest))]),
    ),
    units: new Map(units.map(({ id, title: _title, ...rest }) => [id, said(Object.values(rest))])),
    others: new Map(others),
  };
}
