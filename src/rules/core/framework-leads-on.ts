import { replacementsOf } from "../../model/successors.ts";
import type { Framework, FrameworkNode } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const frameworkLeadsOn = defineRule({
  id: "framework-leads-on",
  severity: "error",
  summary: "No step, part or version of a framework leads back to itself",
  why: "Who follows a circle never arrives: no role is the next one, and no standard the one that holds.",
  basis: "format",
  source: "The source format",
  good: "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: worker, next: [assistant, leader] }\n  - { id: assistant, next: [worker] }\n  - { id: leader }\n",
  bad: "kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: worker, next: [senior] }\n  - { id: senior, next: [leader] }\n  - { id: leader, next: [«worker»] }\n",
  framework: (framework, report, { frameworks }) => {
    checkVersions(framework, frameworks, report);
    const { nodes } = framework;
    const children = ({ id }: FrameworkNode) =>
      nodes.filter(({ within }) => within.at(-1)?.id === id).map((node) => node.id);
    const later = new Set(replacementsOf(framework, frameworks).flatMap(({ nodeIds }) => [...nodeIds]));
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const homes = sideBySide(nodes, byId);
    checkLinks("next", { nodes, byId, homes, linksOf: ({ next }) => next, report });
    const partsOf = (node: FrameworkNode) => [...node.includes, ...children(node)];
    checkLinks("includes", { nodes, byId, homes: new Map(), linksOf: partsOf, report });
    const replacedBy = (node: FrameworkNode) => node.replacedBy.filter((id) => !later.has(id));
    checkLinks("replacedBy", { nodes, byId, homes: new Map(), linksOf: replacedBy, report });
  },
});

function checkVersions(framework: Framework, all: readonly Framework[], report: Report): void {
  const met = new Set<string>();
  let older = framework.replaces;
  for (; older !== null && !met.has(older); older = all.find(({ id }) => id === older)?.replaces ?? null) {
    met.add(older);
    if (older !== framework.id) continue;
    const message = `Unexpected version ${code(framework.replaces ?? "")}, which itself replaces ${code(framework.id)}; change one of the two`;
    report(placeOf(framework, "replaces"), message);
    return;
  }
}

interface Graph {
  readonly nodes: readonly FrameworkNode[];
  readonly byId: ReadonlyMap<string, FrameworkNode>;
  /** The entry that stands for those with which it is one place on the way; itself where it is not here. */
  readonly homes: ReadonlyMap<string, string>;
  readonly linksOf: (node: FrameworkNode) => readonly string[];
  readonly report: Report;
}

/** Every circle has a link that leads back in the order of the file, or to where it comes from: that is the one to tell. */
function checkLinks(key: "next" | "includes" | "replacedBy", graph: Graph): void {
  const home = (id: string) => graph.homes.get(id) ?? id;
  const order = new Map(graph.nodes.map(({ id }, at) => [id, at]));
  for (const node of graph.nodes) {
    for (const [at, id] of node[key].entries()) {
      const target = graph.byId.get(id);
      if (target === undefined || !graph.linksOf(node).includes(id)) continue;
      const isSideways = home(id) === home(node.id) && id !== node.id;
      const isBack = (order.get(home(id)) ?? 0) <= (order.get(home(node.id)) ?? 0);
      if (isSideways || !isBack || !leadsTo(home(id), home(node.id), graph)) continue;
      const what = { next: "step", includes: "part", replacedBy: "successor" }[key];
      const message =
        id === node.id
          ? `Unexpected ${code(id)}, which is the entry itself; remove it`
          : `Unexpected ${what} ${code(id)}, from which ${code(node.id)} is reached again; remove one of the links between them`;
      graph.report(placeOf(node, key, at), message, [{ message: "this entry", place: placeOf(target, "id") }]);
    }
  }
}

function leadsTo(from: string, to: string, { nodes, homes, linksOf }: Graph): boolean {
  const home = (id: string) => homes.get(id) ?? id;
  const met = new Set([from]);
  for (const one of met) {
    if (one === to) return true;
    for (const node of nodes) {
      if (home(node.id) === one) for (const id of linksOf(node)) met.add(home(id));
    }
  }
  return false;
}

/** Roles that people change between in either direction stand side by side: that is no way back. */
function sideBySide(
  nodes: readonly FrameworkNode[],
  byId: ReadonlyMap<string, FrameworkNode>,
): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const node of nodes) {
    if (homes.has(node.id)) continue;
    const group = new Set([node.id]);
    for (const id of group) {
      for (const other of byId.get(id)?.next ?? []) {
        if (byId.get(other)?.next.includes(id) === true) group.add(other);
      }
    }
    for (const id of group) homes.set(id, node.id);
  }
  return homes;
}
