import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { holdsWords, organisationNames } from "./title.ts";

export const titleNamesOrganisation = defineRule({
  id: "title-names-organisation",
  severity: "error",
  summary: "The title names the awarding organisation, in full or by its declared acronym",
  why: "Qualifications of several awarding organisations share the rest of the title: the name tells them apart.",
  basis: "condition",
  checks: ["Q003"],
  source: "Ofqual Condition E2.1(a)",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking\nawardingOrganisation: { name: Example Awards, acronym: EXA }\n",
  bad: "kind: qualification\nid: q\ntitle: «Level 3 Award in Baking»\nawardingOrganisation: { name: Example Awards, acronym: EXA }\n",
  qualification: (qualification, report) => {
    const { title, source } = qualification;
    const organisation = source.awardingOrganisation;
    if (organisation?.name === undefined) {
      const place =
        organisation === undefined ? placeOf(qualification, "title") : placeOf(qualification, "awardingOrganisation");
      const message = `Missing name of the awarding organisation, expected the key ${code("awardingOrganisation")} with ${code("name")}; add it`;
      report({ ...place, pointer: "/awardingOrganisation/name" }, message);
      return;
    }
    const names = organisationNames(qualification);
    if (names.some((name) => holdsWords(title, name))) return;
    const message = `Missing awarding organisation in the title, expected ${joinWords(names.map(code), "or")}; begin the title with it`;
    report(placeOf(qualification, "title"), message, [
      { message: "the name", place: placeOf(qualification, "awardingOrganisation", "name") },
    ]);
  },
});
