import type { EvidenceItem, LearnerRecord } from "./learner-record.ts";

/** What comes in, with other references where they name something else than they do here: both pieces are kept. */
export function keepBothNames(current: LearnerRecord, incoming: LearnerRecord): LearnerRecord {
  const here = new Map(current.evidence.map((item) => [item.reference, item.description]));
  const taken = new Set([...here.keys(), ...incoming.evidence.map(({ reference }) => reference)]);
  const names = new Map<string, string>();
  for (const { reference, description } of incoming.evidence) {
    const own = here.get(reference) ?? null;
    if (own === null || description === null || own === description) continue;
    // What came in before under its new name is not taken for yet another piece.
    const known = current.evidence.find(
      (item) => item.description === description && item.reference.startsWith(`${reference}-`),
    );
    const name = known?.reference ?? freeName(reference, taken);
    taken.add(name);
    names.set(reference, name);
  }
  return renameEvidence(incoming, names);
}

/** Each piece once, with what only the second list says of it. */
export function evidenceTogether(
  first: readonly EvidenceItem[],
  second: readonly EvidenceItem[],
): readonly EvidenceItem[] {
  const others = new Map(second.map((item) => [item.reference, item]));
  const items = first.map((item) => {
    const other = others.get(item.reference);
    others.delete(item.reference);
    const { description = null, date = null } = other ?? {};
    return { ...item, description: item.description ?? description, date: item.date ?? date };
  });
  return [...items, ...others.values()];
}

/** The record with other references of evidence, wherever they stand. The wording that was answered stays. */
export function renameEvidence(record: LearnerRecord, names: ReadonlyMap<string, string>): LearnerRecord {
  if (names.size === 0) return record;
  const named = (reference: string) => names.get(reference) ?? reference;
  return {
    ...record,
    evidence: record.evidence.map((item) => ({ ...item, reference: named(item.reference) })),
    criteria: record.criteria.map((one) => ({ ...one, evidence: one.evidence.map(named) })),
  };
}

function freeName(reference: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${reference}-${number}`)) number += 1;
  return `${reference}-${number}`;
}
