import { evidenceMethods, evidenceSettings } from "../../generated/word-lists.js";
import type { Path } from "../../source/spec-file.ts";
import { sameLetters } from "../../text/same-letters.ts";
import { suggest } from "../../text/suggest.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";

export const knownWords = defineRule({
  id: "known-words",
  severity: "error",
  summary: "Assessment methods and settings are words of the format, or of the house's own vocabulary",
  why: "Papers print a name for each word, and checks go by it: a misspelt one is printed as it stands and checked by nobody.",
  basis: "practice",
  checks: ["A034"],
  source: "Practice; the source format",
  conditions: { ofqual: "Condition E3.2(g)" },
  good: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\nassessment: { methods: [observation] }\n",
  bad: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\nassessment: { methods: [«observatoin»] }\n",
  unit: (unit, report, { config }) => {
    const methods = [...evidenceMethods, ...(config.vocabulary?.methods ?? [])];
    const settings = [...evidenceSettings, ...(config.vocabulary?.settings ?? [])];
    const check = (word: string | undefined, known: readonly string[], list: "methods" | "settings", path: Path) => {
      if (word === undefined || known.includes(word)) return;
      const parts = word.split(/\s+/u);
      if (parts.length > 1 && parts.every((part) => known.includes(part))) {
        const message = `Unexpected ${code(word)}, expected a comma between ${joinWords(parts.map(code))}; add it`;
        report(placeOf(unit, ...path), message);
        return;
      }
      const meant = suggest(word, known);
      const add = `add it to ${code(`vocabulary.${list}`)} in ${code("qualspec.yaml")}`;
      const how =
        meant === null
          ? `expected one of ${known.map(code).join(", ")}; choose one, or ${add}`
          : `did you mean ${code(meant)}? If not, ${add}`;
      report(
        placeOf(unit, ...path),
        `Unknown ${list === "methods" ? "assessment method" : "setting"} ${code(word)}; ${how}`,
        [],
        writeInstead(unit, sameLetters(word, known), ...path),
      );
    };
    for (const { path, data } of assessedParts(unit.source)) {
      for (const [at, word] of (data.methods ?? []).entries())
        check(word, methods, "methods", [...path, "methods", at]);
      for (const [at, word] of (data.evidence?.methods ?? []).entries()) {
        check(word, methods, "methods", [...path, "evidence", "methods", at]);
      }
      check(data.observation?.setting, settings, "settings", [...path, "observation", "setting"]);
    }
  },
});

interface AssessedPart {
  readonly methods?: readonly string[];
  readonly evidence?: { readonly methods?: readonly string[] };
  readonly observation?: { readonly setting?: string };
}

/** The unit's assessment, its outcomes and its criteria: wherever methods and observation may be stated. */
function assessedParts(
  unit: Parameters<NonNullable<typeof knownWords.unit>>[0]["source"],
): { path: Path; data: AssessedPart }[] {
  const parts: { path: Path; data: AssessedPart }[] = [
    { path: ["assessment"], data: (unit.assessment ?? {}) as AssessedPart },
  ];
  for (const [row, outcome] of unit.learningOutcomes.entries()) {
    parts.push({ path: ["learningOutcomes", row], data: outcome as AssessedPart });
    for (const [at, criterion] of (outcome.assessmentCriteria ?? []).entries()) {
      if (typeof criterion === "string") continue;
      parts.push({ path: ["learningOutcomes", row, "assessmentCriteria", at], data: criterion as AssessedPart });
    }
  }
  return parts;
}
