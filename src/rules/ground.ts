import type { Basis, Explanation } from "../diagnostics/explanation.ts";
import { capitalise } from "../text/words.ts";

/** What a rule rests on for a specification under these regulators: a condition of one of them, before anything else. */
export function basisOf(rule: Explanation, regulators: readonly string[]): Basis {
  return regulators.some((regulator) => rule.conditions?.[regulator] !== undefined) ? "condition" : rule.basis;
}

/** Who asks for it of such a specification, as it is printed: "Ofqual Condition E7.2". */
export function sourceFor(rule: Explanation, regulators: readonly string[]): string {
  const conditions = named(rule.conditions, regulators);
  if (conditions.length > 0) return conditions.join("; ");
  return [rule.source, ...named(rule.serves, regulators)].join("; ");
}

/** The same in a few words, beside a finding; null where it is the format itself. */
export function groundOf(rule: Explanation, regulators: readonly string[]): string | null {
  if (basisOf(rule, regulators) === "format") return null;
  return sourceFor(rule, regulators).replace(/[;:].*/su, "");
}

/** Everybody who asks for it, whatever a specification is held against. */
export function wholeSourceOf({ source, conditions = {}, serves = {} }: Explanation): string {
  return [source, ...named(conditions, Object.keys(conditions)), ...named(serves, Object.keys(serves))].join("; ");
}

function named(clauses: Readonly<Record<string, string>> = {}, regulators: readonly string[]): readonly string[] {
  return regulators.flatMap((regulator) => {
    const clause = clauses[regulator];
    return clause === undefined ? [] : [`${capitalise(regulator)} ${clause}`];
  });
}
