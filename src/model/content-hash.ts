import { createHash } from "node:crypto";
import type { GroupShape, InlineUnitShape } from "../schema/shapes.ts";
import type { Criterion, Framework, FrameworkNode, Group, Qualification, Unit } from "./types.ts";
import { writtenMaps } from "./written-maps.ts";

/**
 * A short name for what a qualification says: layout, comments, the order of keys, line ends and whether its units stand
 * in its own file change nothing; any word that a paper prints does. The first twelve hexadecimal digits of SHA-256.
 */
export function contentHash(qualification: Qualification): string {
  return once(qualification, ({ source, units, groups, language }) => {
    const { units: _inline, waivers: _waivers, ...own } = source;
    // In the file of the qualification both may be left out; where units have files of their own, they are written.
    const rulesOfCombination = own.rulesOfCombination ?? { groups: groups.map(writtenOut) };
    const inItsLanguage = units.map((unit) => ({ ...unit, source: withoutLanguage(unit, language) }));
    return digest({ ...own, rulesOfCombination, units: inItsLanguage.map(canonicalUnit) });
  });
}

function writtenOut({ id, title, units }: Group): GroupShape {
  return { id, title, require: "all", units: units.map((unit) => unit.id) };
}

function withoutLanguage({ source, language: own }: Unit, language: string): InlineUnitShape {
  const { language: _language, ...rest } = source;
  return own === language ? rest : { ...rest, language: own };
}

/** The same for a unit alone. */
export function unitHash(unit: Unit): string {
  return once(unit, (one) => digest(canonicalUnit(one)));
}

/** Every paper prints it: it is computed for the first, and forgotten with the model. */
const hashes = new WeakMap<Qualification | Unit, string>();

function once<T extends Qualification | Unit>(one: T, compute: (one: T) => string): string {
  const known = hashes.get(one);
  if (known !== undefined) return known;
  const hash = compute(one);
  hashes.set(one, hash);
  return hash;
}

/** A short mark of a text and what it belongs to, by which it is known again in another place: eight hexadecimal digits. */
export function contentMark(parts: readonly unknown[]): string {
  return digest(parts).slice(0, 8);
}

/** Of everything that an answer answers to: where any of it changes, the answer needs another look. */
export function markOfWording({ text, range, content, task, evidence }: Criterion): string {
  return contentMark([text, range, content, task, evidence.minimum]);
}

function canonicalUnit({ source, frameworks }: Unit): unknown {
  const { kind: _kind, waivers: _waivers, ...unit } = source as InlineUnitShape & { kind?: "unit" };
  const learningOutcomes = unit.learningOutcomes.map((outcome) => ({
    ...outcome,
    assessmentCriteria: outcome.assessmentCriteria?.map((one) => (typeof one === "string" ? { criterion: one } : one)),
  }));
  const printed = frameworks.map((framework) => printedOf(framework, source));
  return { ...unit, learningOutcomes, ...(printed.length === 0 ? {} : { frameworks: printed }) };
}

/** What papers print of a framework beside a unit that is mapped to it. */
function printedOf({ id, title, source: { version, notice }, nodes }: Framework, unit: InlineUnitShape): unknown {
  const mapped = new Set(writtenMaps(unit).flatMap(({ maps }) => maps[id] ?? []));
  const named = (node: FrameworkNode) => [node.id, node.title ?? node.text];
  return {
    id,
    title,
    version,
    notice,
    nodes: nodes.filter((node) => mapped.has(node.id)).map((node) => [...node.within, node].map(named)),
  };
}

function digest(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sortKeys(value)))
    .digest("hex")
    .slice(0, 12);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]));
}
