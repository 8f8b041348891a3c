import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const retiredStaysRetired = defineRule({
  id: "retired-stays-retired",
  severity: "error",
  summary: "An id or a key that is retired does not come back",
  why: "Answers, decisions and links are kept under it: they would be taken for those of the new thing.",
  basis: "format",
  source: "The source format",
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nretired: [old]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nretired: [old]\nunits:\n  - { id: «old», title: A, learningOutcomes: [] }\n",
  /** The keys of a unit. */
  unit: (unit, report) => {
    const retired = unit.source.retired ?? [];
    for (const one of unit.outcomes.flatMap((outcome) => [outcome, ...outcome.criteria])) {
      const at = one.key === null ? -1 : retired.indexOf(one.key);
      if (at === -1 || one.key === null) continue;
      const message = `Unexpected key ${code(one.key)}, which is retired and may not come back; choose a new one`;
      report(placeOf(one, "key"), message, [{ message: "retired here", place: placeOf(unit, "retired", at) }]);
    }
  },
  /** The entries of a framework. */
  framework: (framework, report) => {
    const retired = framework.source.retired ?? [];
    for (const node of framework.nodes) {
      const at = retired.indexOf(node.id);
      if (at === -1) continue;
      const message = `Unexpected id ${code(node.id)}, which is retired and may not come back; choose a new one`;
      report(placeOf(node, "id"), message, [{ message: "retired here", place: placeOf(framework, "retired", at) }]);
    }
  },
  /** Ids, wherever in the workspace they are retired. */
  corpus: ({ qualifications, units, frameworks }, report) => {
    for (const qualification of qualifications) {
      for (const [at, id] of (qualification.source.retired ?? []).entries()) {
        const again = [...qualifications, ...units, ...frameworks].find((one) => one.id === id);
        if (again === undefined) continue;
        const related = [{ message: "retired here", place: placeOf(qualification, "retired", at) }];
        const message = `Unexpected id ${code(id)}, which is retired and may not come back; choose a new one`;
        report(placeOf(again, "id"), message, related);
      }
    }
  },
});
