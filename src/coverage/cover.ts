import { latestOf, replacementsOf } from "../model/successors.ts";
import type { Criterion, Framework, FrameworkNode, Qualification, Unit } from "../model/types.ts";

/** What is held against frameworks: these qualifications with their units, and these units besides. */
export interface Scope {
  readonly qualifications: readonly Qualification[];
  readonly units: readonly Unit[];
  /** Those that are told of. */
  readonly frameworks: readonly Framework[];
  /** Every one that is known: a later version of one that is told of need not be told of itself. */
  readonly known: readonly Framework[];
}

/** Where a framework is covered, entry by entry. */
export interface FrameworkCoverage {
  readonly framework: Framework;
  /** The versions that hold today; none where this one does. */
  readonly replacedBy: readonly Framework[];
  /** What has to be said wherever this is printed: that content is illustrative, unverified or incomplete. */
  readonly notice: string | null;
  /** Of the entries that are counted, those that a criterion is mapped to, and all. */
  readonly covered: number;
  readonly total: number;
  /** Every entry, in file order. */
  readonly nodes: readonly CoveredNode[];
}

export interface CoveredNode {
  readonly node: FrameworkNode;
  /** No entries stand in it, and none of the same version has taken its place: a theme is covered by what stands in it. */
  readonly isCounted: boolean;
  /** A criterion is mapped to it; where it is not counted: to all of its parts. */
  readonly isCovered: boolean;
  /** Of the counted entries that stand in it and in what it includes, each once; null where there are none. */
  readonly parts: { readonly covered: number; readonly total: number } | null;
  /** What is mapped to this very entry, in the order of the scope. */
  readonly units: readonly AddressingUnit[];
}

/** The criteria of a unit that are mapped to an entry, by themselves or through their outcome or unit. */
export interface AddressingUnit {
  readonly unit: Unit;
  /** Those of the scope that have the unit. */
  readonly qualifications: readonly Qualification[];
  readonly criteria: readonly Criterion[];
}

/** Every framework of a scope, in its order. */
export function coverFrameworks(scope: Scope): readonly FrameworkCoverage[] {
  const addressing = findAddressing(scope);
  return scope.frameworks.map((framework) => coverFramework(framework, addressing, scope.known));
}

/** The whole of it in hundredths, rounded down: what is not all covered is never 100; null where there is nothing to cover. */
export function percentOf({ covered, total }: Pick<FrameworkCoverage, "covered" | "total">): number | null {
  return total === 0 ? null : Math.floor((100 * covered) / total);
}

function coverFramework(framework: Framework, addressing: Addressing, known: readonly Framework[]): FrameworkCoverage {
  const mapped = addressing.get(framework.id);
  const counted = new Set(framework.nodes.filter((node) => isCounted(node, framework, known)));
  const isAddressed = ({ id }: FrameworkNode) => mapped?.has(id) === true;
  const partsOf = partsIn(framework, counted);
  const nodes = framework.nodes.map((node): CoveredNode => {
    const parts = partsOf(node);
    const own = { covered: parts.filter(isAddressed).length, total: parts.length };
    return {
      node,
      isCounted: counted.has(node),
      isCovered: counted.has(node) ? isAddressed(node) : own.total > 0 && own.covered === own.total,
      parts: own.total === 0 ? null : own,
      units: mapped?.get(node.id) ?? [],
    };
  });
  const { notice = "none" } = framework.source;
  return {
    framework,
    replacedBy: latestOf(framework, known),
    notice: notice === "none" ? null : notice,
    covered: [...counted].filter(isAddressed).length,
    total: counted.size,
    nodes,
  };
}

function isCounted(node: FrameworkNode, framework: Framework, known: readonly Framework[]): boolean {
  if (framework.nodes.some(({ within }) => within.at(-1) === node)) return false;
  if (node.replacedBy.length === 0) return true;
  const later = replacementsOf(framework, known);
  return node.replacedBy.some((id) => !framework.nodeIds.has(id) || later.some(({ nodeIds }) => nodeIds.has(id)));
}

/** The counted entries below an entry: those that stand in it, and those of what it includes, through all depths. */
function partsIn(framework: Framework, counted: ReadonlySet<FrameworkNode>) {
  const byId = new Map(framework.nodes.map((node) => [node.id, node]));
  const inside = new Map<FrameworkNode, FrameworkNode[]>();
  for (const node of framework.nodes) {
    const home = node.within.at(-1);
    if (home !== undefined) inside.set(home, [...(inside.get(home) ?? []), node]);
  }
  return (start: FrameworkNode): readonly FrameworkNode[] => {
    const met = new Set([start]);
    for (const one of met) {
      for (const node of [...(inside.get(one) ?? []), ...one.includes.flatMap((id) => byId.get(id) ?? [])])
        met.add(node);
    }
    met.delete(start);
    return [...met].filter((node) => counted.has(node));
  };
}

/** By the id of a framework, then of an entry. */
type Addressing = ReadonlyMap<string, ReadonlyMap<string, readonly AddressingUnit[]>>;

function findAddressing({ qualifications, units }: Scope): Addressing {
  const homes = new Map<Unit, Qualification[]>();
  for (const qualification of qualifications)
    for (const unit of qualification.units) entryOf(homes, unit, () => []).push(qualification);
  for (const unit of units) entryOf(homes, unit, () => []);
  const found = new Map<string, Map<string, AddressingUnit[]>>();
  for (const [unit, own] of homes) {
    for (const [frameworkId, byNode] of mapsOf(unit)) {
      const ofFramework = entryOf(found, frameworkId, () => new Map<string, AddressingUnit[]>());
      for (const [nodeId, criteria] of byNode)
        entryOf(ofFramework, nodeId, () => []).push({ unit, qualifications: own, criteria });
    }
  }
  return found;
}

/** What the criteria of a unit are mapped to; the model has given each what stands nearest to it. */
function mapsOf({ outcomes }: Unit): ReadonlyMap<string, ReadonlyMap<string, readonly Criterion[]>> {
  const found = new Map<string, Map<string, Criterion[]>>();
  for (const criterion of outcomes.flatMap(({ criteria }) => criteria)) {
    for (const [frameworkId, nodeIds] of Object.entries(criterion.maps)) {
      const byNode = entryOf(found, frameworkId, () => new Map<string, Criterion[]>());
      for (const id of new Set(nodeIds)) entryOf(byNode, id, () => []).push(criterion);
    }
  }
  return found;
}

/** What a map holds under a key, made where there is nothing yet. */
function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
