import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import data from "./data/progression-words.json" with { type: "json" };
import { sizeBands } from "./size-bands.ts";
import { placeInTitle, titleWithoutOrganisation } from "./title.ts";

const words = data.words.join("|");
const sizes = sizeBands.map(({ size }) => size).join("|");
const level = "(?:Entry Level|Level \\d)";
/**
 * Such a word speaks of a step up where it stands before the size word or beside the level, begins the subject, or stands
 * alone in brackets at the end. Elsewhere, and in some names, it is content: "Higher Level Teaching Assistants".
 */
const patterns = [
  new RegExp(`\\b(${words})(?: (?:${data.between.join("|")}))* (?:${sizes})\\b`, "giu"),
  new RegExp(`(?<=\\b${level} )(${words})\\b(?! Level)`, "giu"),
  new RegExp(`\\b(${words})(?= ${level}\\b)`, "giu"),
  new RegExp(
    `(?<=\\b(?:${sizes}|Qualification) (?:in|for) (?:the )?)(?!(?:${data.content.join("|")})\\b)(${words})\\b(?= )`,
    "giu",
  ),
  new RegExp(`(?<=\\()(${words})(?=\\)(?: \\([^)]*\\))*$)`, "giu"),
];

export const titleProgression = defineRule({
  id: "title-progression",
  severity: "warning",
  summary: "Higher, extended or advanced in the title builds on another qualification, which is named",
  why: "Such a word promises a step up: people ask from what.",
  basis: "guidance",
  checks: ["Q007"],
  source: "Ofqual guidance under Condition E2",
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Extended Certificate in Baking\nprogressionFrom: EXA Level 3 Certificate in Baking\n",
  bad: "kind: qualification\nid: q\ntitle: EXA Level 3 «Extended» Certificate in Baking\nprogressionFrom: none\n",
  qualification: (qualification, report) => {
    if ((qualification.source.progressionFrom ?? "none") !== "none") return;
    const title = titleWithoutOrganisation(qualification);
    const met = patterns.flatMap((pattern) =>
      [...title.matchAll(pattern)].map(({ 1: word = "", index }) => ({ word, index })),
    );
    const [first] = met.sort((a, b) => a.index - b.index);
    if (first === undefined) return;
    const message = `Unexpected ${code(first.word)} in the title of a qualification that builds on no other, expected the key ${code("progressionFrom")}; name the other qualification, or leave the word out`;
    report(placeInTitle(qualification, first.word, first.index), message);
  },
});
