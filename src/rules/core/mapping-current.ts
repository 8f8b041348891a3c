import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import { fixOf } from "../../diagnostics/fix.ts";
import type { Corpus } from "../../model/corpus.ts";
import { latestOf, successorsOf } from "../../model/successors.ts";
import type { Framework } from "../../model/types.ts";
import { renameKey, rewriteValue } from "../../source/edits/rewrite.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { type Mapping, mappingsOf } from "../mappings.ts";
import { keyOf, placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";

const versions =
  "# old.yaml\nkind: framework\nid: old\ntitle: F\nnodes:\n  - { id: data }\n  - { id: safety, replacedBy: [security] }\n# new.yaml\nkind: framework\nid: new\ntitle: F\nreplaces: old\nnodes:\n  - { id: data }\n  - { id: security }\n";
const unit = (maps: string) =>
  `# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, maps: { ${maps} } }\n`;

export const mappingCurrent = defineRule({
  id: "mapping-current",
  severity: "warning",
  summary: "A unit is mapped to frameworks and entries that nothing has replaced",
  why: "Whoever asks where a framework is covered means the one that holds today: a mapping to an older version does not answer.",
  basis: "practice",
  source: "Practice",
  serves: { ofqual: "Condition E3.3" },
  good: `${versions}${unit("new: [data, security]")}`,
  bad: `${versions}${unit("«old»: [data, safety]")}`,
  unit: (one, report, corpus) => {
    for (const mapping of mappingsOf(one, corpus)) {
      const { framework } = mapping;
      if (framework === null || framework === "broken") continue;
      const latest = latestOf(framework, corpus.frameworks);
      if (latest.length === 0) checkEntries(mapping, framework, corpus, report);
      else explainVersion(mapping, framework, latest, corpus, report);
    }
  },
});

/** An entry that another one of the same version has replaced. */
function checkEntries(mapping: Mapping, framework: Framework, corpus: Corpus, report: Report): void {
  for (const [position, id] of mapping.nodeIds.entries()) {
    const node = framework.nodes.find((one) => one.id === id);
    if (node === undefined || node.replacedBy.length === 0) continue;
    const ids = successorsOf({ framework, node }, corpus.frameworks).map((today) => today.node.id);
    if (ids.length === 0) continue;
    const message = `Unexpected mapping to ${code(id)}, which ${joinWords(ids.map(code))} ${ids.length === 1 ? "replaces" : "replace"} in the framework ${code(framework.id)}; ${choose(ids)}`;
    const related = [{ message: "replaced here", place: placeOf(node, "replacedBy") }];
    const [only = null] = ids.length === 1 && !mapping.nodeIds.includes(ids[0] ?? "") ? ids : [];
    const keys = ["maps", framework.id, position] as const;
    report(placeOf(mapping, ...keys), message, related, writeInstead(mapping, only, ...keys));
  }
}

/** A whole framework that a later version has replaced. */
function explainVersion(
  mapping: Mapping,
  framework: Framework,
  latest: readonly Framework[],
  corpus: Corpus,
  report: Report,
): void {
  const today = mapping.nodeIds.flatMap((id, position) => {
    const node = framework.nodes.find((one) => one.id === id);
    if (node === undefined) return [];
    const found = successorsOf({ framework, node }, corpus.frameworks);
    return [{ id, position, ids: found.map((one) => one.node.id) }];
  });
  const names = latest.map(({ id }) => code(id));
  const sure = [...new Set(today.flatMap(({ ids }) => (ids.length === 1 ? ids : [])))];
  const orders = [
    ...(sure.length === 0 ? [] : [`map to ${joinWords(sure.map(code))} there`]),
    ...today.flatMap(({ id, ids }) => (ids.length > 1 ? [`for ${code(id)} ${choose(ids)}`] : [])),
    ...today.flatMap(({ id, ids }) => (ids.length === 0 ? [`leave out ${code(id)}, which has no successor`] : [])),
  ];
  const how = orders.length === 0 ? "map to that" : orders.join(", and ");
  const message = `Unexpected mapping to ${code(framework.id)}, which ${joinWords(names)} ${names.length === 1 ? "replaces" : "replace"}; ${how}`;
  const related = latest.map((one) => ({ message: "the later version", place: placeOf(one, "replaces") }));
  const isSure = today.length === mapping.nodeIds.length && today.every(({ ids }) => ids.length === 1);
  const [only] = latest;
  const fix = isSure && only !== undefined && latest.length === 1 ? moveTo(mapping, only, sure) : null;
  report(keyOf(mapping, "maps", framework.id), message, related, fix);
}

/** The same mapping to the later version; null where it is mapped to that already, or where two entries have become one. */
function moveTo(mapping: Mapping, { id }: Framework, nodeIds: readonly string[]): Fix | null {
  const { origin, maps, frameworkId } = mapping;
  if (id in maps || nodeIds.length !== mapping.nodeIds.length) return null;
  const path = [...origin.path, "maps", frameworkId];
  const edits: (readonly Edit[] | null)[] = [
    renameKey(origin.spec, path, id),
    ...nodeIds.map((node, at) => (node === mapping.nodeIds[at] ? [] : rewriteValue(origin.spec, [...path, at], node))),
  ];
  return edits.includes(null)
    ? null
    : fixOf(
        `Map to ${code(id)}`,
        edits.flatMap((one) => one ?? []),
      );
}

function choose(ids: readonly string[]): string {
  return ids.length === 1 ? "map to that" : `choose among ${joinWords(ids.map(code))}`;
}
