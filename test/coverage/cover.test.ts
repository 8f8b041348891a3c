import { expect, test } from "vitest";
import { coverFrameworks, percentOf } from "../../src/coverage/cover.ts";
import { coverRoutes, unreachedIn } from "../../src/coverage/route-cover.ts";
import { countPartly, stateOf } from "../../src/coverage/state.ts";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** The coverage of a framework `f` by the qualifications of a workspace. */
async function coverageOf(files: Files) {
  const folder = emptyFolder();
  writeInto(folder, files);
  const { workspaces } = await checkFolder(folder);
  const corpus = workspaces[0]?.corpus;
  if (corpus === undefined) throw new Error("no workspace");
  const { qualifications, units, frameworks } = corpus;
  const known = frameworks;
  const [coverage] = coverFrameworks({
    qualifications,
    units,
    known,
    frameworks: known.filter(({ id }) => id === "f"),
  });
  if (coverage === undefined) throw new Error("no framework f");
  return { coverage, routes: qualifications.map((one) => coverRoutes(one, coverage)) };
}

const framework = (nodes: string, more = "") => `kind: framework\nid: f\ntitle: F\n${more}nodes:\n${nodes}`;
const unit = (id: string, maps: string) =>
  `kind: unit\nid: ${id}\ntitle: ${id}\nlearningOutcomes:\n  - { outcome: Know, maps: { f: ${maps} }, assessmentCriteria: [State it] }\n`;
const qualification = (groups: string, more = "") =>
  `kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups: [${groups}]\n${more}`;

test.each([
  ["an entry without entries in it", "  - { id: a }\n  - { id: b }\n", "[a]", [1, 2, 50]],
  ["a theme is covered by its parts", "  - { id: a, nodes: [{ id: x }, { id: y }] }\n", "[x]", [1, 2, 50]],
  ["what is mapped to a theme as a whole covers none", "  - { id: a, nodes: [{ id: x }] }\n", "[a]", [0, 1, 0]],
  [
    "what several include counts once",
    "  - { id: a, includes: [c] }\n  - { id: b, includes: [c] }\n  - { id: c }\n",
    "[c]",
    [1, 3, 33],
  ],
  [
    "what another entry has replaced does not count",
    "  - { id: a, replacedBy: [b] }\n  - { id: b }\n",
    "[a]",
    [0, 1, 0],
  ],
  [
    "nothing that is all covered is less than 100",
    "  - { id: a }\n  - { id: b, nodes: [{ id: x }] }\n",
    "[a, x]",
    [2, 2, 100],
  ],
  ["nothing to cover", "  []\n", "[a]", [0, 0, null]],
])("counts %s", async (_, nodes, maps, expected) => {
  const { coverage } = await coverageOf({ "f.yaml": framework(nodes), "u.yaml": unit("u", maps) });
  expect([coverage.covered, coverage.total, percentOf(coverage)]).toEqual(expected);
});

test("counts every entry of a version that a later one has replaced", async () => {
  const { coverage } = await coverageOf({
    "f.yaml": framework("  - { id: a, replacedBy: [b] }\n"),
    "g.yaml": "kind: framework\nid: g\ntitle: G\nreplaces: f\nnodes: [{ id: b }]\n",
    "h.yaml": "kind: framework\nid: h\ntitle: H\nreplaces: g\nnodes: [{ id: b }]\n",
    "u.yaml": unit("u", "[a]"),
  });
  expect([coverage.covered, coverage.total]).toEqual([1, 1]);
  expect(coverage.replacedBy.map(({ id }) => id)).toEqual(["h"]);
});

test("says of a theme how many of its parts are covered, through whatever it includes", async () => {
  const nodes =
    "  - { id: a, includes: [b], nodes: [{ id: x }, { id: y, includes: [x] }] }\n  - { id: b, nodes: [{ id: z }] }\n";
  const { coverage } = await coverageOf({ "f.yaml": framework(nodes), "u.yaml": unit("u", "[x, z]") });
  expect(coverage.nodes.map(({ node, parts, isCovered }) => [node.id, parts, isCovered])).toEqual([
    ["a", { covered: 2, total: 3 }, false],
    ["x", null, true],
    ["y", { covered: 1, total: 1 }, false],
    ["b", { covered: 1, total: 1 }, true],
    ["z", null, true],
  ]);
});

test("an entry that shares all of what it has is covered by none of that, and is no gap where any of it is", async () => {
  const nodes =
    "  - { id: all, includes: [x] }\n  - { id: some, includes: [x, y] }\n  - { id: none, includes: [y] }\n  - { id: own, includes: [y] }\n  - { id: x }\n  - { id: y }\n  - { id: t, nodes: [{ id: z }] }\n  - { id: old, replacedBy: [x] }\n";
  const { coverage } = await coverageOf({ "f.yaml": framework(nodes), "u.yaml": unit("u", "[own, x, t]") });
  expect(coverage.nodes.map((covered) => `${covered.node.id}: ${stateOf(covered)}`)).toEqual([
    "all: partly",
    "some: partly",
    "none: gap",
    "own: covered",
    "x: covered",
    "y: gap",
    "t: partly",
    "z: gap",
    "old: replaced",
  ]);
  expect([coverage.covered, countPartly(coverage), coverage.total]).toEqual([2, 2, 7]);
});

test("names what counts as covered though no learner can meet it", async () => {
  const nodes = "  - { id: a }\n  - { id: b }\n  - { id: c }\n";
  const files = { "f.yaml": framework(nodes), "u.yaml": unit("u", "[a]"), "v.yaml": unit("v", "[b]") };
  const alone = await coverageOf(files);
  expect(unreachedIn(alone.coverage, alone.routes)).toEqual([]);
  const used = await coverageOf({
    ...files,
    "q.yaml": qualification("{ id: M, require: all, units: [u] }"),
  });
  expect(unreachedIn(used.coverage, used.routes).map(({ node }) => node.id)).toEqual(["b"]);
});

test("the nearest mapping counts, and a unit is told with the qualifications that have it", async () => {
  const { coverage } = await coverageOf({
    "f.yaml": framework("  - { id: a }\n  - { id: b }\n  - { id: c }\n"),
    "q.yaml": qualification("{ id: M, require: all, units: [u] }"),
    "u.yaml":
      "kind: unit\nid: u\ntitle: U\nassessment: { maps: { f: [a] } }\nlearningOutcomes:\n  - { outcome: Know, assessmentCriteria: [One, { criterion: Two, maps: { f: [b] } }, { criterion: Three, maps: {} }] }\n  - { outcome: Know, maps: { f: [b] }, assessmentCriteria: [Four] }\n",
    "v.yaml": unit("v", "[b]"),
  });
  const told = coverage.nodes.map(({ units }) =>
    units.map(({ unit: { id }, qualifications, criteria }) => [
      id,
      qualifications.map((one) => one.id),
      criteria.map(({ number }) => number),
    ]),
  );
  expect(told).toEqual([
    [["u", ["q"], ["1.1"]]],
    [
      ["u", ["q"], ["1.2", "2.1"]],
      ["v", [], ["1.1"]],
    ],
    [],
  ]);
});

const choices = "{ id: M, require: all, units: [u] }, { id: O, require: { units: { min: 1, max: 2 } }, units: [v, w] }";
const three = { "u.yaml": unit("u", "[a]"), "v.yaml": unit("v", "[b, c]"), "w.yaml": unit("w", "[b]") };

test.each([
  ["as the rules say", choices, "", three, { every: "a b", some: "c", none: "d", reason: null }],
  [
    "where a unit can never be taken",
    choices,
    "  barred: [[u, v]]\n",
    three,
    { every: "a b", some: "", none: "c d", reason: null },
  ],
  [
    "where there is no route",
    choices,
    "  barred: [[v, u], [w, u]]\n",
    three,
    { every: "", some: "", none: "", unknown: "a b c d", reason: "no-route" },
  ],
  [
    "where a unit is missing",
    "{ id: M, require: all, units: [u, x] }",
    "",
    three,
    { every: "", some: "", none: "", unknown: "a b c d", reason: "incomplete" },
  ],
  [
    "where it addresses nothing",
    "{ id: M, require: all, units: [] }",
    "",
    {},
    { every: "", some: "", none: "a b c d", reason: null },
  ],
])("says what every route, some and none address, %s", async (_, groups, more, units, expected) => {
  const { routes } = await coverageOf({
    "f.yaml": framework("  - { id: a }\n  - { id: b }\n  - { id: t, nodes: [{ id: c }, { id: d }] }\n"),
    "q.yaml": qualification(groups, more),
    ...units,
  });
  const ids = (nodes: readonly { readonly node: { readonly id: string } }[] = []) =>
    nodes.map(({ node }) => node.id).join(" ");
  const [one] = routes;
  expect({
    every: ids(one?.everyRoute),
    some: ids(one?.someRoutes),
    none: ids(one?.noRoute),
    ...("unknown" in expected ? { unknown: ids(one?.unknown) } : {}),
    reason: one?.reason,
  }).toEqual(expected);
});
