import { successorsOf } from "../../model/successors.ts";
import type { Framework } from "../../model/types.ts";
import { suggest } from "../../text/suggest.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { type Mapping, mappingsOf } from "../mappings.ts";
import { keyOf, placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";

export const mappingExists = defineRule({
  id: "mapping-exists",
  severity: "error",
  summary: "What a unit is mapped to exists in the framework that it names",
  why: "A mapping is a promise to funders and employers; one to a standard that is not there promises nothing.",
  basis: "practice",
  source: "Practice",
  serves: { ofqual: "Condition E3.3" },
  good: "# f.yaml\nkind: framework\nid: f\ntitle: F\nnodes: [{ id: data-1 }]\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, maps: { f: [data-1] } }\n",
  bad: "# f.yaml\nkind: framework\nid: f\ntitle: F\nnodes: [{ id: data-1 }]\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, maps: { f: [«data-2»] } }\n",
  unit: (unit, report, corpus) => {
    for (const mapping of mappingsOf(unit, corpus)) {
      const { framework, frameworkId } = mapping;
      if (framework === "broken") continue;
      if (framework !== null) {
        checkEntries(mapping, framework, corpus.frameworks, report);
        continue;
      }
      const meant = suggest(
        frameworkId,
        corpus.frameworks.map(({ id }) => id),
      );
      const how = meant === null ? "write its file, or remove the mapping" : `did you mean ${code(meant)}?`;
      report(keyOf(mapping, "maps", frameworkId), `Unknown framework ${code(frameworkId)}; ${how}`);
    }
  },
});

function checkEntries(mapping: Mapping, framework: Framework, all: readonly Framework[], report: Report): void {
  for (const [position, id] of mapping.nodeIds.entries()) {
    if (framework.nodeIds.has(id)) continue;
    const keys = ["maps", framework.id, position] as const;
    const instead = placeTakenBy(id, framework, all);
    const [only = null] = instead.length === 1 && !mapping.nodeIds.includes(instead[0] ?? "") ? instead : [];
    const unknown = `Unknown ${code(id)} in the framework ${code(framework.id)}`;
    if (instead.length > 0) {
      const message = `${unknown}, where ${joinWords(instead.map(code))} ${instead.length === 1 ? "has" : "have"} taken its place; map to ${instead.length === 1 ? "that" : "what the text is about"}`;
      report(placeOf(mapping, ...keys), message, [], writeInstead(mapping, only, ...keys));
      continue;
    }
    if (framework.source.retired?.includes(id)) {
      const retired = framework.source.retired.indexOf(id);
      const related = [{ message: "retired here", place: placeOf(framework, "retired", retired) }];
      report(placeOf(mapping, ...keys), `${unknown}, where it is retired; remove it`, related);
      continue;
    }
    const meant = suggest(id, framework.nodeIds);
    const how = meant === null ? "change it, or remove it" : `did you mean ${code(meant)}?`;
    report(placeOf(mapping, ...keys), `${unknown}; ${how}`);
  }
}

/** The entries of a framework that stand where an older version had an entry of this id. */
function placeTakenBy(id: string, framework: Framework, all: readonly Framework[]): readonly string[] {
  const met = new Set([framework]);
  for (let older = olderOf(framework, all); older !== null && !met.has(older); older = olderOf(older, all)) {
    met.add(older);
    const node = older.nodes.find((one) => one.id === id);
    if (node === undefined) continue;
    const today = successorsOf({ framework: older, node }, [...met]);
    return today.filter((one) => one.framework === framework).map(({ node: one }) => one.id);
  }
  return [];
}

function olderOf({ replaces }: Framework, all: readonly Framework[]): Framework | null {
  return all.find(({ id }) => id === replaces) ?? null;
}
