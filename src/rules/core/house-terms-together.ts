import { code, joinWords } from "../../text/words.ts";
import { familyOf, hasWord, ownWord } from "../../words/words.ts";
import { defineRule } from "../define-rule.ts";

export const houseTermsTogether = defineRule({
  id: "house-terms-together",
  severity: "warning",
  summary: "Who renames a thing renames one, several and its short name",
  why: "Papers would speak of a candidate in one sentence and of learners in the next, as if these were others.",
  basis: "practice",
  source: "Practice",
  good: "# qualspec.yaml\nhouse: { terms: { learner.one: candidate, learner.many: candidates } }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  bad: "# qualspec.yaml\nhouse: { terms: { «learner.one»: candidate } }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  corpus: ({ config, workspaceSpec }, report) => {
    if (workspaceSpec === null) return;
    const terms = config.house?.terms ?? {};
    const told = new Set<string>();
    for (const name of Object.keys(terms).filter(hasWord)) {
      const left = familyOf(name).filter((other) => !Object.hasOwn(terms, other) && !told.has(other));
      if (left.length === 0) continue;
      for (const other of left) told.add(other);
      const printed = joinWords(left.map((other) => `“${ownWord(other)}”`));
      const message = `Unexpected term ${code(name)} alone, expected ${joinWords(left.map(code))} too, for which papers still print ${printed}; add ${left.length === 1 ? "it" : "them"}`;
      report(workspaceSpec.keyAt(["house", "terms", name]), message);
    }
  },
});
