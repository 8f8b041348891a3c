import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { holdsWords } from "./title.ts";

export const titleNamesEndorsement = defineRule({
  id: "title-names-endorsement",
  severity: "error",
  summary: "The title names every endorsement that is known",
  why: "The certificate shows this title and no other: a focus that is not in it is lost to the learner.",
  basis: "condition",
  checks: ["Q003"],
  source: "Ofqual Condition E2.1(e), I3.2(b)",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking (Sourdough)\nendorsements: [Sourdough]\n",
  bad: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking\nendorsements: [«Sourdough»]\n",
  qualification: (qualification, report) => {
    const { endorsements = "none" } = qualification.source;
    if (endorsements === "none") return;
    for (const [at, endorsement] of endorsements.entries()) {
      if (holdsWords(qualification.title, endorsement)) continue;
      const message = `Unexpected endorsement ${code(endorsement)}, which the title does not name, expected it in brackets at the end; add it to the title, or remove it here`;
      report(placeOf(qualification, "endorsements", at), message, [
        { message: "the title", place: placeOf(qualification, "title") },
      ]);
    }
  },
});
