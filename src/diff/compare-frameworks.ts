import type { Framework } from "../model/types.ts";
import type { NodeShape } from "../schema/shapes.ts";
import type { Change, Where } from "./change.ts";
import { byName } from "./match-parts.ts";
import { recordChange, valueChange } from "./record.ts";
import { textOrNull } from "./values.ts";

/** What is not what it was of the frameworks that units are mapped to, entry by entry. */
export function compareFrameworks(before: readonly Framework[], after: readonly Framework[]): readonly Change[] {
  const matched = byName(before, after, ({ id }) => id);
  return [
    ...matched.pairs.flatMap((pair) => compareFramework(pair.before, pair.after)),
    ...matched.added.map((one) =>
      recordChange(at(one), { change: "added", aspect: "itself", after: textOrNull(one.title) }),
    ),
    ...matched.gone.map((one) =>
      recordChange(at(one), { change: "removed", aspect: "itself", before: textOrNull(one.title) }),
    ),
  ];
}

function compareFramework(before: Framework, after: Framework): readonly Change[] {
  if (before.source === after.source) return [];
  const [then, now] = [before, after].map(({ source }) => nodesOf(source.nodes ?? []));
  const matched = byName(then ?? [], now ?? [], ({ id }) => id);
  const where = (node: NodeShape): Where => ({ ...at(after), of: "entry", key: node.id });
  return [
    ...[
      ...valueChange("title", textOrNull(before.title), textOrNull(after.title), { isText: true }),
      ...valueChange("version", textOrNull(before.source.version), textOrNull(after.source.version)),
    ].map((said) => recordChange(at(after), said)),
    ...matched.pairs.flatMap((pair) =>
      valueChange("text", wordsOf(pair.before), wordsOf(pair.after), { isText: true }).map((said) =>
        recordChange(where(pair.after), said),
      ),
    ),
    ...matched.gone.map((node) =>
      recordChange(where(node), { change: "removed", aspect: "itself", before: wordsOf(node) }),
    ),
    ...matched.added.map((node) =>
      recordChange(where(node), { change: "added", aspect: "itself", after: wordsOf(node) }),
    ),
  ];
}

function at({ id, title }: Framework): Where {
  return { of: "framework", qualifications: [], unit: null, number: null, key: id, name: title };
}

function wordsOf({ id, title, text }: NodeShape): string {
  return textOrNull([title, text].flatMap((part) => part ?? []).join(": ")) || id;
}

function nodesOf(nodes: readonly NodeShape[]): readonly NodeShape[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.nodes ?? [])]);
}
