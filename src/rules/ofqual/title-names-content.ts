import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import frame from "./data/title-frame.json" with { type: "json" };
import typeWords from "./data/type-words.json" with { type: "json" };
import { titleWithoutOrganisation } from "./title.ts";

const frameWords: ReadonlySet<string> = new Set(frame.words.flatMap((word) => word.toLowerCase().split(" ")));

export const titleNamesContent = defineRule({
  id: "title-names-content",
  severity: "error",
  summary: "The title says what the qualification is about",
  why: "Learners and employers choose by the title: without a subject it could be about anything.",
  basis: "condition",
  checks: ["Q003"],
  source: "Ofqual Condition E2.1(d), E2.2",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Award in Baking\nawardingOrganisation: { name: Example Awards, acronym: EXA }\n",
  bad: "kind: qualification\nid: q\ntitle: «EXA Level 3 NVQ Award (RQF)»\nawardingOrganisation: { name: Example Awards, acronym: EXA }\n",
  qualification: (qualification, report) => {
    const ofType = Object.entries(typeWords.words).find(([type]) => type === qualification.source.type)?.[1] ?? [];
    const title = ofType.reduce((text, words) => text.replace(words, " "), titleWithoutOrganisation(qualification));
    if (hasContent(title)) return;
    const message =
      "Missing content in the title, expected a few words on what it is about; add them, as in `Level 3 Award in Baking`";
    report(placeOf(qualification, "title"), message);
  },
});

/** Whether anything is left of a title without level, size and the words that stand around a subject. */
function hasContent(title: string): boolean {
  return title
    .replace(/\([^)]*\)/gu, " ")
    .replace(/\b(?:Entry Level|Levels?)\b(?: ?\d+)?(?:\s*(?:\/|and|to|&|-)\s*(?:Level )?\d+)?/giu, " ")
    .split(/[^\p{L}]+/u)
    .some((word) => word !== "" && !frameWords.has(word.toLowerCase()));
}
