import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

export const assessmentLanguagesStated = defineRule({
  id: "assessment-languages-stated",
  severity: "warning",
  summary: "The languages of assessment are stated",
  why: "A learner who wants to be assessed in another language, or in British Sign Language, has to know whether that can be.",
  basis: "condition",
  checks: ["S040"],
  source: "Ofqual Conditions G2.1 to G2.4, I3.4",
  good: "kind: qualification\nid: q\ntitle: Q\nassessment: { languages: [en] }\n",
  bad: "kind: qualification\nid: q\ntitle: Q\n«assessment»: { methods: [Coursework] }\n",
  qualification: (qualification, report) => {
    const { assessment } = qualification.source;
    // Where nothing at all is said of assessment, `specification-complete` asks for it.
    if (assessment === undefined || (assessment.languages ?? []).length > 0) return;
    const message = `Missing languages of assessment, expected the key ${code("languages")}; add a line such as ${code("languages: [en]")}`;
    report(gapAt(qualification, "assessment", "languages"), message);
  },
});
