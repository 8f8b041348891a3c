import type { Place } from "../diagnostics/diagnostic.ts";
import { fieldOf } from "../documents/field-name.ts";
import { fieldId } from "../formats/html/field-id.ts";
import type { Criterion, Qualification, Unit } from "../model/types.ts";
import { isElement, type Page, type PageNode, readField } from "../page/page.ts";
import { locator } from "../waivers/locate.ts";
import type { CheckedWorkspace } from "../workspace/check.ts";

/** The id of the element of a paper that a place in a file is printed in; null where the paper does not show it. */
export type Anchors = (place: Place) => string | null;

/** A criterion is found by what is filled in about it, where the paper has that; else its unit is. */
export function anchorsOf(page: Page, model: Qualification | Unit, { corpus }: CheckedWorkspace): Anchors {
  const fields = page.content.flatMap(fieldsOf);
  const ids = new Set(page.content.flatMap(idsOf));
  const locate = locator(corpus);
  const units = model.type === "unit" ? [model] : model.units;
  const ofCriterion = (unit: Unit, criterion: Criterion) => {
    const begins = `${fieldOf(unit, criterion)}.`;
    return fields.find(({ name }) => name.startsWith(begins))?.id ?? null;
  };
  return (place) => {
    const { owner, outcome, criterion } = locate(place);
    // A file that is broken has no model: its unit is the one that stood in it.
    const unit = units.find((one) => one === owner) ?? units.find(({ origin }) => isAlone(origin, place));
    if (unit === undefined) return null;
    const criteria = criterion === null ? (outcome?.criteria ?? []) : [criterion];
    const found = criteria.map((one) => ofCriterion(unit, one)).find((id) => id !== null);
    return found ?? (ids.has(`unit-${unit.id}`) ? `unit-${unit.id}` : null);
  };
}

function isAlone({ spec, path }: Unit["origin"], { file }: Place): boolean {
  return path.length === 0 && spec.source.path === file.path;
}

function fieldsOf(node: PageNode): readonly { readonly name: string; readonly id: string }[] {
  if (!isElement(node)) return [];
  if (node.name !== "field") return node.children.flatMap(fieldsOf);
  const { name, kind } = readField(node);
  return [{ name, id: kind === "choice" ? `${fieldId(name)}-1` : fieldId(name) }];
}

function idsOf(node: PageNode): readonly string[] {
  if (!isElement(node)) return [];
  const { id } = node.attributes;
  return [...(id === undefined ? [] : [id]), ...node.children.flatMap(idsOf)];
}
