import { Graph, layout } from "@dagrejs/dagre";
import { plainEntryName } from "../model/entry-name.ts";
import type { FrameworkNode } from "../model/types.ts";
import { linesOf } from "./measure.ts";
import type { PathwayStep } from "./pathway-steps.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with words in it; `x` and `y` are its middle. In pixels, like everything here. */
export interface PlacedBox extends Point {
  readonly node: FrameworkNode;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** How many of the lines, the last, are the note. */
  readonly notes: number;
  /** Whether no way leads to it or from it. */
  readonly isAlone: boolean;
}

export interface PlacedWay {
  readonly points: readonly Point[];
  /** Whether it leads to and fro. */
  readonly isBoth: boolean;
}

export interface PathwayLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly ways: readonly PlacedWay[];
}

export const sizes = { text: 14, line: 18, box: 136, padding: 8, gap: 14, rank: 32, margin: 4 } as const;

/** From top to bottom, two boxes beside each other on the screen of a phone; what no way leads to stands below. */
export function layOutPathway(
  steps: readonly PathwayStep[],
  noteOf: (node: FrameworkNode) => string | null,
): PathwayLayout {
  const isAlone = ({ from, next, besides }: PathwayStep) => from.length + next.length + besides.length === 0;
  const boxes = steps.map((step) => boxOf(step.node, noteOf(step.node), isAlone(step)));
  const graph = new Graph();
  graph.setGraph({
    rankdir: "TB",
    nodesep: sizes.gap,
    edgesep: sizes.gap,
    ranksep: sizes.rank,
    marginx: sizes.margin,
    marginy: sizes.margin,
  });
  for (const box of boxes) if (!box.isAlone) graph.setNode(box.node.id, { ...box });
  const order = new Map(steps.map(({ node }, at) => [node, at]));
  const ways = steps.flatMap(({ node, next, besides }) => [
    ...next.map((other) => ({ from: node, to: other, isBoth: false })),
    // Told once, by whichever comes first.
    ...besides.flatMap((other) =>
      (order.get(other) ?? 0) > (order.get(node) ?? 0) ? [{ from: node, to: other, isBoth: true }] : [],
    ),
  ]);
  for (const { from, to } of ways) graph.setEdge(from.id, to.id, {});
  layout(graph);
  const drawn = ways.map(({ from, to, isBoth }) => ({ points: pointsOf(graph.edge(from.id, to.id)), isBoth }));
  const inside = movedInside(drawn.flatMap(({ points }) => points));
  const placed = boxes.filter((box) => !box.isAlone).map((box) => ({ ...box, ...inside(graph.node(box.node.id)) }));
  const bottom = Math.max(0, ...placed.map(({ y, height }) => y + height / 2));
  const right = Math.max(0, ...placed.map(({ x, width }) => x + width / 2));
  const lines = drawn.map(({ points, isBoth }) => ({ points: points.map(inside), isBoth }));
  const furthest = Math.max(right, ...lines.flatMap(({ points }) => points.map(({ x }) => x)));
  const lowest = Math.max(...lines.flatMap(({ points }) => points.map(({ y }) => y)));
  const alone = inRows(
    boxes.filter((box) => box.isAlone),
    Math.max(right, rowOfTwo),
    bottom,
  );
  const all = [...placed, ...alone];
  return {
    width: Math.max(furthest, ...alone.map(({ x, width }) => x + width / 2)) + sizes.margin,
    height: Math.max(lowest, ...all.map(({ y, height }) => y + height / 2)) + sizes.margin,
    boxes: all,
    ways: lines,
  };
}

/** A way that goes round in a circle may be laid beyond the left edge, or the top: everything moves until it is inside. */
function movedInside(points: readonly Point[]): (point: Point) => Point {
  const beyond = (least: number) => Math.max(0, sizes.margin - least);
  const right = beyond(Math.min(...points.map(({ x }) => x)));
  const down = beyond(Math.min(...points.map(({ y }) => y)));
  return ({ x, y }) => ({ x: x + right, y: y + down });
}

function boxOf(node: FrameworkNode, note: string | null, isAlone: boolean): PlacedBox {
  const room = sizes.box - 2 * sizes.padding;
  // Names are bold, and so wider.
  const name = linesOf(plainEntryName(node), room, sizes.text * 1.1);
  const notes = note === null ? [] : linesOf(note, room, sizes.text);
  const lines = [...name, ...notes];
  const height = lines.length * sizes.line + 2 * sizes.padding;
  return { node, width: sizes.box, height, lines, notes: notes.length, isAlone, x: 0, y: 0 };
}

const rowOfTwo = 2 * sizes.margin + 2 * sizes.box + sizes.gap;

/** As many beside each other as there is room for, below what there is. */
function inRows(boxes: readonly PlacedBox[], width: number, bottom: number): readonly PlacedBox[] {
  const inOne = Math.max(1, Math.floor((width - 2 * sizes.margin + sizes.gap) / (sizes.box + sizes.gap)));
  const placed: PlacedBox[] = [];
  let top = bottom + sizes.rank;
  for (let at = 0; at < boxes.length; at += inOne) {
    const row = boxes.slice(at, at + inOne);
    const height = Math.max(...row.map((box) => box.height));
    for (const [place, box] of row.entries()) {
      const x = sizes.margin + sizes.box / 2 + place * (sizes.box + sizes.gap);
      placed.push({ ...box, x, y: top + height / 2 });
    }
    top += height + sizes.gap;
  }
  return placed;
}

function pointOf({ x, y }: Point): Point {
  return { x, y };
}

function pointsOf({ points = [] }: { readonly points?: readonly Point[] }): readonly Point[] {
  return points.map(pointOf);
}
