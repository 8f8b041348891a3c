import type { Qualification, Unit } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import type { Words } from "../words/words.ts";
import { combinationSentences } from "./combination.ts";
import { unitField } from "./field-name.ts";
import { signatureRows } from "./signatures.ts";

/** Which units a learner achieved and when, beside the rules that they have to meet, and the decision on the whole. */
export function summaryOf(qualification: Qualification, units: readonly Unit[], words: Words) {
  return {
    sentences: combinationSentences(qualification, words),
    units: units.map((unit) => ({
      title: unit.title,
      code: unit.source.ownerReference ?? unit.id,
      credit: unit.credit === null ? words("facts.none") : String(unit.credit),
      date: { name: unitField(unit, "achieved"), label: `${words("summary.date")}: ${unit.title}` },
      assessor: { name: unitField(unit, "achieved-by"), label: `${words("check.table.initials")}: ${unit.title}` },
    })),
    decision: {
      name: "qualification.decision",
      label: words("summary.outcome"),
      options: writeOptions([words("check.achieved"), words("check.further-work")]),
    },
    signatures: signatureRows("qualification", ["assessor", "countersigner", "iqa"], words),
  };
}
