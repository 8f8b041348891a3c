import type { Framework, FrameworkNode } from "./types.ts";

/** An entry and the framework that it stands in. */
export interface Entry {
  readonly framework: Framework;
  readonly node: FrameworkNode;
}

/** The versions that say of themselves that they replace a framework. */
export function replacementsOf(framework: Framework, all: readonly Framework[]): readonly Framework[] {
  return all.filter((other) => other !== framework && other.replaces === framework.id);
}

/** The last versions that a framework leads to; none where nothing replaces it. */
export function latestOf(framework: Framework, all: readonly Framework[]): readonly Framework[] {
  const latest = new Set<Framework>();
  const met = new Set([framework]);
  const queue = [framework];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    const newer = replacementsOf(one, all);
    if (newer.length === 0 && one !== framework) latest.add(one);
    for (const other of newer) {
      if (met.has(other)) continue;
      met.add(other);
      queue.push(other);
    }
  }
  return [...latest];
}

/**
 * What stands today where an entry stood, through all later versions: the entries that it names in `replacedBy`, else the
 * one that has kept its id. Nothing where it has gone; itself where it is still what holds.
 */
export function successorsOf(entry: Entry, all: readonly Framework[]): readonly Entry[] {
  const found: Entry[] = [];
  const met = new Set<FrameworkNode>();
  const queue = [entry];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    if (met.has(one.node)) continue;
    met.add(one.node);
    const steps = stepsFrom(one, all);
    if (steps === null) found.push(one);
    else queue.push(...steps);
  }
  return found;
}

/** One version on, or from an entry to those that replace it in the same version; null at the end of the way. */
function stepsFrom({ framework, node }: Entry, all: readonly Framework[]): readonly Entry[] | null {
  const newer = replacementsOf(framework, all);
  if (newer.length === 0 && node.replacedBy.length === 0) return null;
  const wanted = node.replacedBy.length === 0 ? [node.id] : node.replacedBy;
  const onward = newer.flatMap((other) => entriesIn(other, wanted));
  if (onward.length > 0 || node.replacedBy.length === 0) return onward;
  const here = entriesIn(framework, wanted);
  // What replaces it is in a version that nobody asked about.
  return here.length === 0 && newer.length === 0 ? null : here;
}

function entriesIn(framework: Framework, ids: readonly string[]): readonly Entry[] {
  return framework.nodes.filter(({ id }) => ids.includes(id)).map((node) => ({ framework, node }));
}
