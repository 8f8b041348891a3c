import type { Corpus } from "../../model/corpus.ts";
import { replacementsOf } from "../../model/successors.ts";
import type { Framework } from "../../model/types.ts";
import { suggest } from "../../text/suggest.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const frameworkLinksExist = defineRule({
  id: "framework-links-exist",
  severity: "error",
  summary: "What a framework replaces, and what its entries lead to, exists",
  why: "The next step for a member of staff, and the standard that holds today, are found by following these links.",
  basis: "format",
  source: "The source format",
  good: "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: worker, next: [leader] }\n  - { id: leader }\n",
  bad: "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: worker, next: [«manager»] }\n  - { id: leader }\n",
  framework: (framework, report, corpus) => {
    checkReplaced(framework, report, corpus);
    const newer = replacementsOf(framework, corpus.frameworks);
    const later = new Set([...framework.nodeIds, ...newer.flatMap(({ nodeIds }) => [...nodeIds])]);
    const homes = [framework, ...newer].map(({ id }) => code(id));
    for (const node of framework.nodes) {
      for (const key of ["next", "includes", "replacedBy"] as const) {
        const known = key === "replacedBy" ? later : framework.nodeIds;
        for (const [at, id] of node[key].entries()) {
          if (known.has(id)) continue;
          const meant = suggest(id, known);
          const how = meant === null ? "write it, or remove the link" : `did you mean ${code(meant)}?`;
          const where = key === "replacedBy" ? joinWords(homes, "or") : code(framework.id);
          report(placeOf(node, key, at), `Unknown entry ${code(id)} of ${where}; ${how}`);
        }
      }
    }
  },
});

function checkReplaced(framework: Framework, report: Report, { find, frameworks }: Corpus): void {
  const { replaces } = framework;
  if (replaces === null) return;
  const place = placeOf(framework, "replaces");
  const found = find(replaces);
  if (found === "broken") return;
  if (found === null) {
    const others = frameworks.filter((other) => other !== framework).map(({ id }) => id);
    const meant = suggest(replaces, others);
    const how =
      meant === null
        ? `write it in ${code(`${replaces}.yaml`)}, or write ${code("none")}`
        : `did you mean ${code(meant)}?`;
    report(place, `Unknown framework ${code(replaces)}; ${how}`);
  } else if (found.type !== "framework") {
    report(place, `Unexpected ${found.type} ${code(replaces)}, expected the id of a framework; change it`);
  }
}
