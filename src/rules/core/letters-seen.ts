import { fixOf } from "../../diagnostics/fix.ts";
import type { Qualification, Unit } from "../../model/types.ts";
import { removeHidden } from "../../source/edits/remove-hidden.ts";
import type { Path } from "../../source/spec-file.ts";
import { hiddenIn, mayHide } from "../../text/hidden.ts";
import { excerpt } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { eachText } from "../each-text.ts";

const example = (title: string) => `kind: unit\nid: a\ntitle: ${title}\nlearningOutcomes: []\n`;

export const lettersSeen = defineRule({
  id: "letters-seen",
  severity: "warning",
  summary: "No text holds letters that nobody can see",
  why: "A text with a zero-width space or a soft hyphen looks like another and is not the same: searching, comparing and sorting go wrong.",
  basis: "practice",
  source: "Practice: texts that were copied from Word and from web pages",
  good: example("Prepare clay"),
  bad: example("«Pre\u00adpare clay»"),
  unit: lookThrough,
  qualification: lookThrough,
});

/** Units in the file of a qualification are asked as units. */
const leftToUnits = (path: Path) => path.length === 1 && path[0] === "units";

function lookThrough(one: Qualification | Unit, report: Report): void {
  const { spec, path: from } = one.origin;
  if (!mayHide(spec.source.text)) return;
  for (const { text, path } of eachText(one.source, leftToUnits)) {
    const name = hiddenIn(text);
    if (name === null) continue;
    const whole = [...from, ...path];
    const message = `Unexpected ${name}, which nobody sees, in ${excerpt(text, 40)}; delete it`;
    report(spec.valueAt(whole), message, [], fixOf("Delete what nobody sees", removeHidden(spec, whole)));
  }
}
