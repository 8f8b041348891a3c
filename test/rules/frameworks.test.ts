import { describe, expect, test } from "vitest";
import { findingsOf, textsOf } from "./findings-of.ts";

const framework = (nodes: string, more = "", id = "f") =>
  `kind: framework\nid: ${id}\ntitle: F\nversion: "1"\npublisher: P\n${more}nodes:\n${nodes}`;
const node = (id: string, links = "") => `  - { id: ${id}, title: T${links === "" ? "" : `, ${links}`} }\n`;

describe("framework-leads-on", () => {
  test.each<[about: string, nodes: string, found: readonly string[]]>([
    ["a way forward", node("a", "next: [b]") + node("b", "next: [c]") + node("c"), []],
    [
      "two ways to one place",
      node("a", "next: [b, c]") + node("b", "next: [d]") + node("c", "next: [d]") + node("d"),
      [],
    ],
    ["a step back in the order of the file", node("a") + node("b", "next: [a]"), []],
    ["a step to itself", node("a", "next: [a]"), ["a"]],
    ["two that people change between", node("a", "next: [b]") + node("b", "next: [a, c]") + node("c"), []],
    ["a circle of three", node("a", "next: [b]") + node("b", "next: [c]") + node("c", "next: [a]"), ["a"]],
    [
      "a way back to one of two that stand side by side",
      node("a", "next: [b]") + node("b", "next: [a, c]") + node("c", "next: [d]") + node("d", "next: [a]"),
      ["a"],
    ],
    [
      "a way back to the other of them, which stands later",
      node("a", "next: [b]") + node("b", "next: [a]") + node("c", "next: [b]") + node("d", "next: [c]"),
      [],
    ],
    [
      "two circles",
      node("a", "next: [b]") + node("b", "next: [c]") + node("c", "next: [a, b, d]") + node("d", "next: [d]"),
      ["a", "d"],
    ],
    ["a part of itself", node("a", "includes: [a]"), ["a"]],
    ["parts of each other", node("a", "includes: [b]") + node("b", "includes: [a]"), ["a"]],
    ["what stands in it includes it", node("a", "nodes: [{ id: b, title: B, includes: [a] }]"), ["a"]],
    ["what stands in it, again", node("a", "includes: [b], nodes: [{ id: b, title: B }]"), []],
    ["successors of each other", node("a", "replacedBy: [b]") + node("b", "replacedBy: [a]"), ["a"]],
    ["a step to what is not there", node("a", "next: [z]"), []],
  ])("%s", async (_, nodes, found) => {
    expect(await textsOf("framework-leads-on", { "f.yaml": framework(nodes) })).toEqual(found);
  });

  test("an entry that keeps its id in the later version is no circle", async () => {
    const files = {
      "f.yaml": framework(node("a", "replacedBy: [a, b]")),
      "g.yaml": framework(node("a") + node("b"), "replaces: f\n", "g"),
    };
    expect(await findingsOf("framework-leads-on", files)).toEqual([]);
    expect(await findingsOf("framework-links-exist", files)).toEqual([]);
  });

  test("versions that replace each other are told in both files", async () => {
    const files = {
      "f.yaml": framework(node("a"), "replaces: g\n"),
      "g.yaml": framework(node("a"), "replaces: f\n", "g"),
    };
    expect(await textsOf("framework-leads-on", files)).toEqual(["g", "f"]);
  });
});

describe("framework-links-exist", () => {
  test.each<[about: string, nodes: string, more: string, found: readonly string[]]>([
    [
      "links to entries at any depth",
      node("a", "next: [b], includes: [c]") + node("b", "nodes: [{ id: c, title: C }]"),
      "",
      [],
    ],
    ["a successor in the same version", node("a", "replacedBy: [b]") + node("b"), "", []],
    ["links to nothing", node("a", "next: [x], includes: [y], replacedBy: [z]"), "", ["x", "y", "z"]],
    ["what it replaces is not there", node("a"), "replaces: e\n", ["e"]],
    ["what it replaces is a unit", node("a"), "replaces: u\n", ["u"]],
    ["it replaces none", node("a"), "replaces: none\n", []],
  ])("%s", async (_, nodes, more, found) => {
    const unit = "kind: unit\nid: u\ntitle: U\nlearningOutcomes: []\n";
    const texts = await textsOf("framework-links-exist", { "f.yaml": framework(nodes, more), "u.yaml": unit });
    expect([...texts].sort()).toEqual([...found].sort());
  });

  test("an older version is found by its name when the later one is checked alone", async () => {
    const files = {
      "old/f.yaml": framework(node("a", "replacedBy: [b]")),
      "g.yaml": framework(node("b"), "replaces: f\n", "g"),
      "qualspec.yaml": "format: 1\n",
    };
    expect(await findingsOf("framework-links-exist", files, ["g.yaml"])).toEqual([]);
    expect(await findingsOf("framework-links-exist", files)).toEqual([]);
  });
});

test("an entry may not take a retired id, nor one that another has at whatever depth", async () => {
  const nodes = node("old") + node("a", "nodes: [{ id: b, title: B, nodes: [{ id: a, title: A }] }]");
  const files = { "f.yaml": framework(nodes, "retired: [old]\n") };
  expect(await textsOf("retired-stays-retired", files)).toEqual(["old"]);
  expect(await textsOf("entry-ids-unique", files)).toEqual(["a"]);
});

test("what is left out of a framework is told once, and of each entry that has no words", async () => {
  const files = {
    "f.yaml": "kind: framework\nid: f\ntitle: F\nnodes: [{ id: a }, { id: b, text: B, nodes: [{ id: c }] }]\n",
  };
  expect(await textsOf("framework-facts-stated", files)).toEqual(["F", "id", "id"]);
});
