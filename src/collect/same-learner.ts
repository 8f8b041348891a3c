import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import { criterionId } from "../record/places.ts";
import { code, joinWords } from "../text/words.ts";
import type { Collected } from "./collect.ts";
import { finding, placeOf } from "./finding.ts";

export interface Compared {
  /** Without those that say the same as one before them. */
  readonly kept: readonly Collected[];
  /** Those, each with the one that says the same. */
  readonly copies: ReadonlyMap<Collected, Collected>;
  readonly findings: readonly Diagnostic[];
}

/** Looks for learners of whom there is more than one file of the same paper. */
export function compareLearners(all: readonly Collected[]): Compared {
  const groups = new Map<string, Collected[]>();
  const copies = new Map<Collected, Collected>();
  const findings: Diagnostic[] = [];
  const kept = all.filter((one) => {
    const id = idOf(one.paper.record);
    if (id === null) return true;
    const earlier = groups.get(id) ?? [];
    const same = earlier.find((other) => isSame(other.paper.record, one.paper.record));
    if (same !== undefined) copies.set(one, same);
    else {
      groups.set(id, [...earlier, one]);
      for (const other of earlier.slice(0, 1)) findings.push(differing(one, other));
    }
    return same === undefined;
  });
  return { kept, copies, findings };
}

/** Whose record of which paper it is; null where nobody knows whose. */
function idOf({ learner: { name, number }, document, specification }: LearnerRecord): string | null {
  const who = number ?? name;
  if (who === null) return null;
  const folded = who.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
  return JSON.stringify([folded, document, specification.id, specification.unit]);
}

/** When it was saved does not matter. */
function isSame(a: LearnerRecord, b: LearnerRecord): boolean {
  const text = (record: LearnerRecord) => JSON.stringify({ ...record, saved: null });
  return text(a) === text(b);
}

function differing(one: Collected, other: Collected): Diagnostic {
  const { learner, units } = one.paper.record;
  const before = new Map(other.paper.record.criteria.map((criterion) => [criterionId(criterion), criterion]));
  const changed = one.paper.record.criteria.filter((criterion) => {
    const there = before.get(criterionId(criterion));
    const said = (what: typeof there) => JSON.stringify([what?.answer, what?.evidence, what?.assessment]);
    return said(criterion) !== said(there);
  });
  const names = changed.map(({ unit, number }) => code(units.length > 1 ? `${unit} ${number}` : number));
  const where =
    names.length === 0
      ? "beside the criteria"
      : `in ${joinWords(names.slice(0, 12))}${names.length > 12 ? " and others" : ""}`;
  return finding(
    "paper-learner-twice",
    one.file,
    `Unexpected second paper of ${code(learner.name ?? learner.number ?? "")} that differs ${where}, expected one; both are kept, say which counts`,
    [{ message: "the first", place: placeOf(other.file) }],
  );
}
