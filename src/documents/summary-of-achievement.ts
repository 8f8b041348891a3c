import type { Qualification } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import type { Words } from "../words/words.ts";
import { briefCover } from "./cover.ts";
import { defineDocument } from "./define-document.ts";
import { given } from "./given.ts";
import { summaryOf } from "./summary.ts";

/** The last sheet of a portfolio: with it the centre claims the award. */
export const summaryOfAchievement = defineDocument({
  id: "summary-of-achievement",
  audience: "assessor",
  orientation: "portrait",
  isOfWhole: true,
  view: ({ qualification, ...subject }, words) => {
    if (qualification === null) throw new Error("a summary of achievement is made of a qualification");
    return {
      cover: briefCover("summary-of-achievement", { qualification, ...subject }, words),
      people: ["name", "number", "centre", "assessor"].map((what) => field(`people.${what}`, `person.${what}`, words)),
      requirements: given(qualification.source.requirementsBeforeAward),
      summary: summaryOf(qualification, subject.units, words),
      grade: gradeField(qualification, words),
      registered: field("qualification.registered", "summary.registered", words),
    };
  },
});

function field(name: string, key: string, words: Words) {
  return { name, label: words(key), kind: "line", lines: 1, options: "[]" };
}

/** null where there are no grades. */
function gradeField({ source: { grading } }: Qualification, words: Words) {
  const { scale = [] } = grading ?? {};
  if (grading?.type !== "graded" || scale.length === 0) return null;
  return { ...field("qualification.grade", "summary.grade", words), kind: "choice", options: writeOptions(scale) };
}
