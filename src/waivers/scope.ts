import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Criterion, Outcome, Qualification, Specification, Unit } from "../model/types.ts";
import { mappedFrameworks } from "../model/written-maps.ts";
import { suggest } from "../text/suggest.ts";
import { contentOf } from "./content-of.ts";
import type { Located } from "./locate.ts";
import type { Waiver } from "./waiver.ts";

/** What a waiver is about. */
export interface Scope {
  readonly specifications: readonly Specification[];
  /** The outcomes or criteria in them; null for all that is in them. */
  readonly things: readonly (Outcome | Criterion)[] | null;
  /** Whether nothing here has the name that the waiver gives, and the name that may be meant. */
  readonly unknown: { readonly meant: string | null } | null;
}

/** What `at` names: among the specification that holds the waiver and those that it uses. */
export function scopeOf({ at, holder, content }: Waiver, corpus: Corpus): Scope {
  const around = [holder, ...usedBy(holder, corpus)];
  if (at === null || at.toLowerCase() === holder.id.toLowerCase()) return whole(around);
  const [, id = "", mark = "", name = ""] = /^([^#/]+)([#/]?)(.*)$/su.exec(at) ?? [];
  const named = around.filter((one) => one.id.toLowerCase() === id.toLowerCase());
  if (named.length === 0) return { ...whole([]), unknown: { meant: placeMeant(id, mark, name, around) } };
  // The place is only a hint then: what was found may have moved.
  if (mark === "" || (mark === "/" && content !== null)) return whole(named);
  const inside = insideOf(named);
  const things = inside.filter((one) => (mark === "#" ? one.thing.key === name : one.numbers.includes(name)));
  if (things.length > 0) return { ...whole(named), things: things.map(({ thing }) => thing) };
  const meant = suggest(name, namesOf(inside, mark));
  return { ...whole(named), things: [], unknown: { meant: meant === null ? null : `${id}${mark}${meant}` } };
}

/** The place with the id spelt as it is: what stands behind it stays, for without it the waiver would cover more. */
function placeMeant(id: string, mark: string, name: string, around: readonly Specification[]): string | null {
  const meant = suggest(id, idsOf(around));
  if (meant === null || mark === "") return meant;
  const names = namesOf(insideOf(around.filter((one) => one.id === meant)), mark);
  const inside = names.includes(name) ? name : suggest(name, names);
  return inside === null ? null : `${meant}${mark}${inside}`;
}

function insideOf(specifications: readonly Specification[]) {
  return specifications.filter((one): one is Unit => one.type === "unit").flatMap(thingsIn);
}

function namesOf(inside: ReturnType<typeof thingsIn>, mark: string): readonly string[] {
  return inside.flatMap(({ thing, numbers }) => (mark === "#" ? (thing.key ?? []) : numbers));
}

/** Whether a finding is one that the waiver speaks of. */
export function covers(waiver: Waiver, scope: Scope, finding: Diagnostic, located: Located): boolean {
  if (waiver.rule !== finding.rule || located.owner === null) return false;
  if (waiver.lines !== null) {
    const [start, end] = waiver.lines;
    const { place } = finding;
    return place.file === waiver.holder.origin.spec.source && place.start >= start && place.start <= end;
  }
  if (!scope.specifications.includes(located.owner)) return false;
  const { outcome, criterion } = located;
  if (scope.things !== null && !scope.things.some((one) => one === outcome || one === criterion)) return false;
  return waiver.content === null || waiver.content === contentOf(finding, located);
}

/** What a specification uses: a waiver in it covers that too. */
export function usedBy(holder: Specification, corpus: Corpus): readonly Specification[] {
  if (holder.type !== "qualification") return [];
  const units = [...new Set([...holder.units, ...holder.inlineUnits])];
  const frameworks = new Set(units.flatMap(frameworkIds));
  return [...units, ...corpus.frameworks.filter(({ id }) => frameworks.has(id))];
}

/** The qualifications that a waiver's specification belongs to. */
export function usersOf(holder: Specification, corpus: Corpus): readonly Qualification[] {
  return corpus.qualifications.filter((one) => one === holder || usedBy(one, corpus).includes(holder));
}

/** The frameworks that a unit is mapped to. */
export function frameworkIds({ source }: Unit): readonly string[] {
  return mappedFrameworks(source);
}

function whole(specifications: readonly Specification[]): Scope {
  return { specifications, things: null, unknown: null };
}

function idsOf(specifications: readonly Specification[]): readonly string[] {
  return specifications.map(({ id }) => id);
}

/** The outcomes and criteria of a unit, each with the numbers that it goes by: as printed, and by position. */
function thingsIn(unit: Unit): readonly { thing: Outcome | Criterion; numbers: readonly string[] }[] {
  return unit.outcomes.flatMap((outcome, at) => [
    { thing: outcome, numbers: [outcome.number, String(at + 1)] },
    ...outcome.criteria.map((thing, position) => ({ thing, numbers: [thing.number, `${at + 1}.${position + 1}`] })),
  ]);
}
