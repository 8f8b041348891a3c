import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";

const example = (documents: string) =>
  `# qualspec.yaml\nbuild: { documents: ${documents} }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n`;

export const witnessListMade = defineRule({
  id: "witness-list-made",
  severity: "advice",
  summary: "Where forms for testimony are made, the list of witnesses is made too",
  why: "Testimony is worth what its witness knows: without the list nobody can tell whose signature it is, or whether it counts.",
  basis: "practice",
  checks: ["S039"],
  source: "Practice",
  good: example("[witness-testimony, witness-status-list]"),
  bad: example("[«witness-testimony»]"),
  corpus: ({ config, workspaceSpec }, report) => {
    const documents = config.build?.documents ?? [];
    const at = documents.indexOf("witness-testimony");
    if (workspaceSpec === null || at === -1 || documents.includes("witness-status-list")) return;
    const message = `Unexpected ${code("witness-testimony")} without ${code("witness-status-list")}, which says who the witnesses are, expected both; add it`;
    report(workspaceSpec.valueAt(["build", "documents", at]), message);
  },
});
