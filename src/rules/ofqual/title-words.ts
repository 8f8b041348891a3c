import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import data from "./data/title-words.json" with { type: "json" };
import { placeInTitle, titleWithoutOrganisation, wordsPattern } from "./title.ts";

const reasons = [
  { words: data.higherEducation, why: "a term of higher education" },
  { words: data.formerFramework, why: "the name of a framework that has ended" },
  { words: data.praise, why: "praise, which others may not share" },
];
const all = wordsPattern(reasons.flatMap(({ words }) => words));
const ordinary = wordsPattern(data.ordinary);

export const titleWords = defineRule({
  id: "title-words",
  severity: "warning",
  summary: "The title has no term of higher education, no former framework and no praise",
  why: "Such words make people take the qualification for something that it is not.",
  basis: "guidance",
  checks: ["Q006"],
  source: "Ofqual guidance under Condition E2",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Best Practice in Baking\n",
  bad: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking («QCF»)\n",
  qualification: (qualification, report) => {
    const title = titleWithoutOrganisation(qualification).replace(ordinary, (words) => " ".repeat(words.length));
    for (const { 0: word, index } of title.matchAll(all)) {
      const why = reasons.find(({ words }) => words.some((one) => one.toLowerCase() === word.toLowerCase()))?.why;
      const message = `Unexpected ${code(word)} in the title, which is ${why}; remove it`;
      report(placeInTitle(qualification, word, index), message);
    }
  },
});
