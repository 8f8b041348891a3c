import { compare, type Side } from "../../src/diff/compare.ts";
import { overviewOf } from "../../src/diff/overview.ts";
import { changeNotice } from "../../src/documents/change-notice.ts";
import { changeReportView } from "../../src/documents/change-report.ts";
import type { QualificationShape } from "../../src/schema/shapes.ts";
import { wordsFor } from "../../src/words/words.ts";
import { baking, bread, sideOf, unitSide, withFirst } from "../diff/sides.ts";

const changed = JSON.parse(
  JSON.stringify({ ...baking, version: "2.0", issued: "2026-05-01" })
    .replace("Explain what gluten does in strong flour", "Explain what gluten does in bread flour")
    .replace('"min":6', '"min":9')
    .replace('"key":"yeast"', '"key":"fresh-yeast"')
    .replace("Describe two ways to keep fresh yeast alive", "State who sells flour")
    .replace("Look for elasticity.", "Look for strength."),
) as QualificationShape;

/** Two qualifications that share what they have. */
const twice = (source: QualificationShape): Side => {
  const side = sideOf(source);
  return { ...side, qualifications: side.qualifications.flatMap((one) => [one, { ...one, id: "baking-two" }]) };
};

const pairs: readonly (readonly [before: Side, after: Side])[] = [
  [sideOf(baking), sideOf(changed)],
  [sideOf(baking), sideOf(baking)],
  [twice(baking), twice(changed)],
  [unitSide(bread), unitSide(withFirst({ criterion: "Explain what gluten does", key: "gluten" }))],
];

/** What the papers about comparisons are filled with: they are made of two specifications, and so stand in no list. */
export function comparedViews(): readonly { readonly id: string; readonly view: object }[] {
  const words = wordsFor({});
  return pairs.flatMap(([before, after]) => {
    const comparison = compare(before, after);
    const { changes, names } = comparison;
    const report = changeReportView(overviewOf(comparison, words), { before: "v1", after: "now" }, words);
    const [qualification = null] = after.qualifications;
    const units = qualification?.units ?? after.units;
    const notice = changeNotice({ changes, names, before: before.qualifications[0] ?? null, after: qualification });
    const view = notice.view({ qualification, units, isPart: false, review: null }, words);
    return [
      { id: "change-notice", view },
      { id: "change-report", view: report },
    ];
  });
}
