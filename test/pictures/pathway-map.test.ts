import { describe, expect, test } from "vitest";
import { buildFramework } from "../../src/model/build-framework.ts";
import type { Framework, FrameworkNode } from "../../src/model/types.ts";
import { readSvg } from "../../src/page/svg.ts";
import { linesOf, widthOf } from "../../src/pictures/measure.ts";
import { layOutPathway, type PlacedBox, sizes } from "../../src/pictures/pathway-layout.ts";
import { pathwayMap } from "../../src/pictures/pathway-map.ts";
import { pathwaySteps } from "../../src/pictures/pathway-steps.ts";
import type { NodeShape } from "../../src/schema/shapes.ts";
import { nowhere } from "../diff/edit-scripts.ts";
import { randomFrom } from "../routes/random-structure.ts";

const frameworkOf = (nodes: NodeShape[]): Framework =>
  buildFramework(nowhere, { kind: "framework", id: "f", title: "F", nodes });
const words = { title: "Ways", description: "From role to role." };

const roles: NodeShape[] = [
  { id: "new", type: "role", title: "New", next: ["worker"] },
  { id: "worker", type: "role", title: "Worker", next: ["leader", "expert", "nobody", "worker"], includes: ["values"] },
  { id: "leader", type: "role", title: "Leader", next: ["expert"] },
  { id: "expert", type: "role", title: "Expert", next: ["leader"] },
  { id: "helper", type: "role", title: "Helper" },
  { id: "values", type: "theme", title: "Values", nodes: [{ id: "kind", type: "role", title: "Kind" }] },
];

describe("the steps of a framework", () => {
  test("lead from role to role, to and fro, and beside the way", () => {
    const ids = (nodes: readonly FrameworkNode[]) => nodes.map(({ id }) => id).join(" ");
    const told = pathwaySteps(frameworkOf(roles)).map(({ node, from, next, besides, includes }) => [
      node.id,
      ids(from),
      ids(next),
      ids(besides),
      ids(includes),
    ]);
    expect(told).toEqual([
      ["new", "", "worker", "", ""],
      ["worker", "new", "leader expert", "", "values"],
      ["leader", "worker", "", "expert", ""],
      ["expert", "worker", "", "leader", ""],
      ["helper", "", "", "", ""],
    ]);
  });

  test("are none where no entry leads to another", () => {
    const framework = frameworkOf([
      { id: "a", type: "role" },
      { id: "b", type: "role", next: ["gone"] },
    ]);
    expect(pathwaySteps(framework)).toEqual([]);
    expect(pathwayMap(framework, words)).toBeNull();
  });
});

describe("the map of a framework", () => {
  test("is a drawing that needs nothing else, and the same each time", () => {
    const map = pathwayMap(frameworkOf(roles), words) ?? "";
    expect(readSvg(map).faults).toEqual([]);
    expect(map).toContain('role="img"');
    expect(map).not.toContain("style=");
    expect(pathwayMap(frameworkOf(roles), words)).toBe(map);
    expect(map.match(/class="pathway-box/gu)).toHaveLength(5);
    // Three ways in one direction, and one in both.
    expect(map.match(/<path/gu)).toHaveLength(4);
    expect(map.match(/<polygon/gu)).toHaveLength(5);
  });

  test("leads where its page says, and says where one is", () => {
    const map = pathwayMap(frameworkOf(roles), {
      ...words,
      idPrefix: "p",
      current: "leader",
      linkOf: ({ id }) => (id === "helper" ? null : `roles/${id}.html?a&b`),
      noteOf: ({ id }) => (id === "new" ? "2 qualifications" : null),
    });
    expect(map).toContain('role="group" aria-labelledby="p-title p-about"');
    expect(map).toContain('<a class="pathway-box current" href="roles/leader.html?a&#38;b" aria-current="page">');
    expect(map?.match(/<a /gu)).toHaveLength(4);
    expect(map).toMatch(/>2 <.*>qualifications <|>2 qualifications </u);
  });

  test("shows whatever an author writes as words", () => {
    const hostile = `</text><script>alert("1")</script>&amp;'\u0007\ud800`;
    const map = pathwayMap(frameworkOf([{ id: "a", title: hostile, next: ["b"] }, { id: "b" }]), {
      title: hostile,
      description: hostile,
    });
    expect(readSvg(map ?? "").faults).toEqual([]);
    expect(map).not.toMatch(/<script|\p{Surrogate}/u);
    expect(map).not.toContain("\u0007");
    expect(map).toContain("&#38;amp;&#39;\ufffd\ufffd");
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("keeps boxes and words apart, whatever leads where: %i", (seed) => {
    const random = randomFrom(seed);
    const count = 2 + random(9);
    const ids = Array.from({ length: count }, (_, at) => `n${at}`);
    const nodes = ids.map(
      (id): NodeShape => ({
        id,
        type: "role",
        title: Array.from({ length: 1 + random(7) }, () => "unwieldyWords".slice(0, 1 + random(13))).join(" "),
        // Circles too, which a rule would have found.
        next: ids.filter(() => random(4) === 0),
      }),
    );
    const { boxes, ways, width, height } = layOutPathway(pathwaySteps(frameworkOf(nodes)), () => null);
    const isApart = (a: PlacedBox, b: PlacedBox) =>
      Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
    for (const [at, one] of boxes.entries()) {
      expect(boxes.slice(at + 1).every((other) => isApart(one, other))).toBe(true);
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(height);
      expect(one.height).toBeGreaterThanOrEqual(one.lines.length * sizes.line);
    }
    for (const { x, y } of ways.flatMap(({ points }) => points)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(sizes.margin);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
    }
  });
});

test("lines are broken between words, and inside those that are wider than a line", () => {
  expect(linesOf("Care or support worker", 120, 14)).toEqual(["Care or support", "worker"]);
  expect(linesOf("", 100, 14)).toEqual([]);
  for (const line of linesOf("Donaudampfschifffahrtsgesellschaft 漢字漢字漢字漢字漢字", 100, 14)) {
    expect(widthOf(line, 14)).toBeLessThanOrEqual(100);
  }
});
