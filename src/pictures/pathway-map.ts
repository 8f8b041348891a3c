import type { Framework, FrameworkNode } from "../model/types.ts";
import { type Attributes, element, escapeMarkup, rounded } from "./markup.ts";
import { layOutPathway, type PlacedBox, type PlacedWay, type Point, sizes } from "./pathway-layout.ts";
import { pathwaySteps } from "./pathway-steps.ts";

export interface PathwayMapOptions {
  /** What the picture is, for those who cannot see it. */
  readonly title: string;
  /** What it shows; where the same stands beside it as text, that this is so. */
  readonly description: string;
  /** Where an entry leads to on a page; null where nowhere. */
  readonly linkOf?: (node: FrameworkNode) => string | null;
  /** A line below the name of an entry, such as how many qualifications there are for it. */
  readonly noteOf?: (node: FrameworkNode) => string | null;
  /** Before the ids of the picture, where a page has several. */
  readonly idPrefix?: string;
  /** The id of the entry that the page is about. */
  readonly current?: string;
}

/** The way from role to role as inline SVG; null where no entry leads to another. */
export function pathwayMap(framework: Framework, options: PathwayMapOptions): string | null {
  const steps = pathwaySteps(framework);
  if (steps.length === 0) return null;
  const { title, description, idPrefix = "pathway", linkOf = () => null, noteOf = () => null } = options;
  const { width, height, boxes, ways } = layOutPathway(steps, noteOf);
  const hasLinks = boxes.some(({ node }) => linkOf(node) !== null);
  const frame: Attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "pathway-map",
    // What is an image to a reader of screens has nothing in it that could be followed.
    role: hasLinks ? "group" : "img",
    "aria-labelledby": `${idPrefix}-title ${idPrefix}-about`,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    width,
    height,
    "font-family": "system-ui, sans-serif",
    "font-size": sizes.text,
  };
  return element(
    "svg",
    frame,
    element("title", { id: `${idPrefix}-title` }, escapeMarkup(title)),
    element("desc", { id: `${idPrefix}-about` }, escapeMarkup(description)),
    ...ways.map(drawWay),
    ...boxes.map((box) => drawBox(box, linkOf(box.node), box.node.id === options.current)),
  );
}

function drawBox(box: PlacedBox, href: string | null, isCurrent: boolean): string {
  const { x, y, width, height, lines, notes, isAlone } = box;
  const frame = element("rect", {
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: 6,
    fill: "#eef3f7",
    stroke: "#0b4f6c",
    "stroke-width": isCurrent ? 4 : 1.5,
    "stroke-dasharray": isAlone ? "6 4" : null,
  });
  const top = y - height / 2 + sizes.padding + sizes.line * 0.75;
  const words = lines.map((line, at) => {
    const isNote = at >= lines.length - notes;
    const place = { x, y: top + at * sizes.line };
    return element("tspan", { ...place, "font-weight": isNote ? null : "600" }, `${escapeMarkup(line)} `);
  });
  const drawn = [frame, element("text", { "text-anchor": "middle", fill: "#1b2430" }, ...words)];
  const kind = `pathway-box${isCurrent ? " current" : ""}${isAlone ? " alone" : ""}`;
  if (href === null) return element("g", { class: kind }, ...drawn);
  return element("a", { class: kind, href, "aria-current": isCurrent ? "page" : null }, ...drawn);
}

/** A line with its head; to and fro has one at each end. */
function drawWay({ points, isBoth }: PlacedWay): string {
  const heads = [headAt(points.at(-2), points.at(-1)), ...(isBoth ? [headAt(points[1], points[0])] : [])];
  return element(
    "g",
    { class: "pathway-way" },
    element("path", { d: pathOf(points), fill: "none", stroke: "#4a5665", "stroke-width": 1.5 }),
    ...heads,
  );
}

/** Through the middles between the points, so that it bends softly. */
function pathOf(points: readonly Point[]): string {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  const parts = rest.map((point, at) => {
    const after = rest[at + 1];
    if (after === undefined) return `L${pair(point)}`;
    const middle = at === rest.length - 2 ? after : { x: (point.x + after.x) / 2, y: (point.y + after.y) / 2 };
    return `Q${pair(point)} ${pair(middle)}`;
  });
  return `M${pair(first)}${parts.join("")}`;
}

function headAt(before: Point | undefined, tip: Point | undefined): string {
  if (before === undefined || tip === undefined) return "";
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn: number) => ({ x: tip.x - 9 * Math.cos(angle + turn), y: tip.y - 9 * Math.sin(angle + turn) });
  const corners = [tip, corner(0.42), corner(-0.42)].map(pair).join(" ");
  return element("polygon", { points: corners, fill: "#4a5665" });
}

function pair({ x, y }: Point): string {
  return `${rounded(x)},${rounded(y)}`;
}
