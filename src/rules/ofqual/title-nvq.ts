import type { Qualification } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { holdsWords, placeInTitle } from "./title.ts";

const example = (title: string, setting: string) =>
  `kind: qualification\nid: q\ntitle: ${title}\nstandards: [Example standards in baking]\nobjective: { kinds: [support-a-role] }\nunits:\n  - id: a\n    title: A\n    assessment: { methods: [observation], observation: { setting: ${setting} } }\n    learningOutcomes: [{ outcome: Be able to bake, assessmentCriteria: [Bake a loaf] }]\n`;

export const titleNvq = defineRule({
  id: "title-nvq",
  severity: "warning",
  summary: "NVQ in the title rests on occupational standards, competence in a role, and assessment at work",
  why: "Employers read NVQ as proof that somebody can do the job.",
  basis: "guidance",
  checks: ["Q008"],
  source: "Ofqual guidance under Condition E2",
  good: example("EXA Level 3 NVQ Diploma in Baking", "workplace"),
  bad: example("EXA Level 3 «NVQ» Diploma in Baking", "learning-environment"),
  qualification: (qualification, report) => {
    const word = /\bNVQ\b/iu.exec(qualification.title);
    if (word === null || !holdsWords(qualification.title, "NVQ")) return;
    const { standards = "none", objective } = qualification.source;
    const lacks = [
      ...(standards === "none" || standards.length === 0 ? [`the ${code("standards")} that it is based on`] : []),
      ...(objective?.kinds?.includes("support-a-role") === true
        ? []
        : [`an objective of the kind ${code("support-a-role")}`]),
      ...(isAssessedAtWork(qualification)
        ? []
        : [`${code("observation")} in a ${code("workplace")} or a ${code("simulated-workplace")}`]),
    ];
    if (lacks.length === 0) return;
    const message = `Unexpected ${code(word[0])} in the title, expected ${joinWords(lacks)}; add it, or leave the word out`;
    report(placeInTitle(qualification, word[0], word.index), message);
  },
});

function isAssessedAtWork({ units, isComplete }: Qualification): boolean {
  // Nobody knows what stands in a unit that is not there: another rule asks for it.
  if (!isComplete) return true;
  const criteria = units.flatMap(({ outcomes }) => outcomes).flatMap((outcome) => outcome.criteria);
  return criteria.some(({ observation }) => ["workplace", "simulated-workplace"].includes(observation?.setting ?? ""));
}
