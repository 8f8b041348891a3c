import { capitalise, code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import typeWords from "./data/type-words.json" with { type: "json" };
import { sizeBands } from "./size-bands.ts";
import { holdsWords } from "./title.ts";

const sizes = sizeBands.map(({ size }) => size);

export const titleNamesType = defineRule({
  id: "title-names-type",
  severity: "error",
  summary: "The title names the type, and the size that is declared",
  why: "Two qualifications of one subject and level are told apart by it: an award is not a diploma.",
  basis: "condition",
  checks: ["Q003"],
  source: "Ofqual Condition E2.1(c)",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking\nsize: award\n",
  bad: "kind: qualification\nid: q\ntitle: «EXA Level 3 in Baking»\nsize: award\n",
  qualification: (qualification, report) => {
    const { title, source } = qualification;
    const { size = "none", type = "none" } = source;
    const words = Object.entries(typeWords.words).find(([name]) => name === type)?.[1] ?? [];
    const place = placeOf(qualification, "title");
    if (words.length > 0 && !words.some((word) => holdsWords(title, word))) {
      const message = `Missing type in the title, expected ${joinWords(words.map(code), "or")}; add it`;
      report(place, message, [{ message: "the type", place: placeOf(qualification, "type") }]);
    } else if (size !== "none" && !sizes.some((word) => holdsWords(title, word))) {
      const message = `Missing ${code(capitalise(size))} in the title, expected the declared size; add it, or write ${code("size: none")}`;
      report(place, message, [{ message: "the size", place: placeOf(qualification, "size") }]);
    }
  },
});
