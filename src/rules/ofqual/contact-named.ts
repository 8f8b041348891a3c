import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

export const contactNamed = defineRule({
  id: "contact-named",
  severity: "warning",
  summary: "There is somebody to ask about the specification",
  why: "Centres and learners who do not understand it have to know whom to ask.",
  basis: "guidance",
  checks: ["S038"],
  source: "Ofqual guidance under Condition E3",
  good: "kind: qualification\nid: q\ntitle: Q\ncontact: { email: qualifications@example.org }\n",
  bad: "kind: qualification\nid: q\ntitle: Q\n«contact»: {}\n",
  qualification: (qualification, report) => {
    if (Object.keys(qualification.source.contact ?? {}).length > 0) return;
    const message = `Missing contact, expected the key ${code("contact")} with an address or a number; add a line such as ${code("contact: { email: qualifications@example.org }")}`;
    report(gapAt(qualification, "contact"), message);
  },
});
