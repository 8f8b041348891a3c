import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { howToMend, relatedTo, rowOf } from "./row-of.ts";
import { titleDifference } from "./title-difference.ts";

export const registerTitle = defineRule({
  id: "register-title",
  severity: "error",
  summary: "The title is that of the Register, to the letter",
  why: "Certificates and funding returns carry the title of the Register: with another, learners hold papers of a qualification that is not there.",
  basis: "condition",
  checks: ["I025"],
  source: "Ofqual Condition E6.2",
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Example Awards Level 2 Award in Baking Bread\nnumber: 999/0000/2\n# register.csv\nQualification Number,Qualification Title\n999/0000/2,Example Awards Level 2 Award in Baking Bread\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Example Awards Level 2 Award in «Bread Baking»\nnumber: 999/0000/2\n# register.csv\nQualification Number,Qualification Title\n999/0000/2,Example Awards Level 2 Award in Baking Bread\n",
  qualification: (qualification, report, corpus) => {
    const cell = rowOf(qualification, corpus)?.title;
    if (cell === undefined) return;
    const difference = titleDifference(qualification.title, cell.text);
    if (difference === null) return;
    const place = placeOf(qualification, "title");
    const { start, end, words } = difference;
    // Only where the title is written as it reads: without quotation marks, escapes or a break in it.
    const isPlain = place.file.text.slice(place.start, place.end) === qualification.title;
    const stretch = isPlain && end > start ? { start: place.start + start, end: place.start + end } : {};
    report({ ...place, ...stretch }, `${words}; ${howToMend}`, relatedTo(cell));
  },
});
