import { suggest } from "../../text/suggest.ts";
import { code } from "../../text/words.ts";
import { hasWord, wordKeys } from "../../words/words.ts";
import { defineRule } from "../define-rule.ts";

export const houseTerms = defineRule({
  id: "house-terms",
  severity: "warning",
  summary: "The workspace file gives the house's own words for words that papers use",
  why: "A misspelt name changes nothing, and the papers keep the word that the house does not use.",
  basis: "format",
  source: "The source format",
  good: "# qualspec.yaml\nhouse: { terms: { learner.one: candidate } }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  bad: "# qualspec.yaml\nhouse: { terms: { «lerner.one»: candidate } }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  corpus: ({ config, workspaceSpec }, report) => {
    if (workspaceSpec === null) return;
    for (const name of Object.keys(config.house?.terms ?? {})) {
      if (hasWord(name)) continue;
      const meant = suggest(name, wordKeys);
      const how =
        meant === null
          ? "expected the name of a word such as `learner.one`; remove it"
          : `did you mean ${code(meant)}?`;
      report(workspaceSpec.keyAt(["house", "terms", name]), `Unknown house term ${code(name)}; ${how}`);
    }
  },
});
