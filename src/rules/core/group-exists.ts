import type { Path } from "../../source/spec-file.ts";
import { suggest } from "../../text/suggest.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const groupExists = defineRule({
  id: "group-exists",
  severity: "error",
  summary: "Every group and pathway that is named exists, and each has a name of its own",
  why: "A constraint over a group that is not there is never applied, and nobody notices.",
  basis: "practice",
  checks: ["R021"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d), E3.3" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: B, require: any }\n  constraints:\n    - { credit: { min: 3 }, groups: [B] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: B, require: any }\n  constraints:\n    - { credit: { min: 3 }, groups: [«C»] }\n",
  qualification: (qualification, report) => {
    const rules = qualification.source.rulesOfCombination;
    if (rules === undefined) return;
    const top: Path = ["rulesOfCombination"];
    const groups = (rules.groups ?? []).map(({ id }) => id);
    const pathways = (rules.pathways ?? []).map(({ id }) => id);

    const mustExist = (what: "group" | "pathway", id: string, path: Path) => {
      const known = what === "group" ? groups : pathways;
      if (known.includes(id)) return;
      const meant = suggest(id, known);
      const others = known.length === 0 ? "" : `, expected ${joinWords(known.map(code), "or")}`;
      const how = meant === null ? `change it, or write it under ${code(`${what}s:`)}` : `did you mean ${code(meant)}?`;
      report(placeOf(qualification, ...path), `Unknown ${what} ${code(id)}${meant === null ? others : ""}; ${how}`);
    };
    const mustDiffer = (what: "group" | "pathway", ids: readonly string[]) => {
      for (const [position, id] of ids.entries()) {
        const first = ids.indexOf(id);
        if (first === position) continue;
        const place = (index: number) => placeOf(qualification, ...top, `${what}s`, index, "id");
        const message = `Unexpected second ${what} ${code(id)}, expected a name of its own; change one of the two`;
        report(place(position), message, [{ message: "first here", place: place(first) }]);
      }
    };

    mustDiffer("group", groups);
    mustDiffer("pathway", pathways);
    for (const [row, { groups: named = [], pathway }] of (rules.constraints ?? []).entries()) {
      for (const [column, id] of named.entries())
        mustExist("group", id, [...top, "constraints", row, "groups", column]);
      if (pathway !== undefined) mustExist("pathway", pathway, [...top, "constraints", row, "pathway"]);
    }
    for (const [row, { groups: named = [] }] of (rules.pathways ?? []).entries()) {
      for (const [column, id] of named.entries()) mustExist("group", id, [...top, "pathways", row, "groups", column]);
    }
  },
});
