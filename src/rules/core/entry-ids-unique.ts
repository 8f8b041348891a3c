import type { FrameworkNode } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const entryIdsUnique = defineRule({
  id: "entry-ids-unique",
  severity: "error",
  summary: "An entry of a framework has an id of its own, at whatever depth it stands",
  why: "Units name entries by their ids: one that two entries share could mean either, and coverage would count both.",
  basis: "format",
  source: "The source format",
  good: "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: data, nodes: [{ id: data-1 }] }\n",
  bad: "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: data, nodes: [{ id: «data» }] }\n",
  framework: ({ nodes }, report) => {
    const first = new Map<string, FrameworkNode>();
    for (const node of nodes) {
      const other = first.get(node.id);
      if (other === undefined) {
        first.set(node.id, node);
        continue;
      }
      const message = `Unexpected second ${code(node.id)}, expected an id of its own; change one of the two`;
      report(placeOf(node, "id"), message, [{ message: "first here", place: placeOf(other, "id") }]);
    }
  },
});
