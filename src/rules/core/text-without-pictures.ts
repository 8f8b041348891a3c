import type { Qualification, Unit } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";
import { code, excerpt } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { eachText } from "../each-text.ts";

const example = (aim: string) => `kind: unit\nid: a\ntitle: A\naim: ${aim}\nlearningOutcomes: []\n`;

export const textWithoutPictures = defineRule({
  id: "text-without-pictures",
  severity: "warning",
  summary: "Texts hold no pictures",
  why: "No paper shows a picture of a text: only the words for it are printed, and many have none.",
  basis: "format",
  source: "The source format: texts are CommonMark without pictures",
  good: example('"Learners shape a loaf, [as shown](https://example.org/loaf.png)."'),
  bad: example('"Learners shape a loaf. «![A loaf](https://example.org/loaf.png)»"'),
  unit: lookThrough,
  qualification: lookThrough,
});

/** Units in the file of a qualification are asked as units. */
const leftToUnits = (path: Path) => path.length === 1 && path[0] === "units";

const picture = /!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])/gu;

function lookThrough(one: Qualification | Unit, report: Report): void {
  const { spec, path: from } = one.origin;
  // To look at the whole file is quicker than to walk through its texts.
  if (!spec.source.text.includes("![")) return;
  for (const { text, path } of eachText(one.source, leftToUnits)) {
    // What stands as code is shown as it is written.
    const shown = text.replace(/`[^`]*`/gu, (code) => " ".repeat(code.length));
    for (const { 0: written, index } of shown.matchAll(picture)) {
      const place = spec.stretchAt([...from, ...path], index, index + written.length);
      const message = `Unexpected picture ${excerpt(written, 60)}, which no paper shows, expected words; say what it shows, or link to it, without the ${code("!")}`;
      report(place, message);
    }
  }
}
