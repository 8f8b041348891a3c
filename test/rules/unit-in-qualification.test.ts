import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

const unit = (id: string) => `kind: unit\nid: ${id}\ntitle: A\nlearningOutcomes: []\n`;
const qualification = (id: string, units: string) =>
  `kind: qualification\nid: ${id}\ntitle: Q\nrulesOfCombination:\n  groups: [{ id: M, require: all, units: [${units}] }]\n`;
const files = {
  "q/q.yaml": qualification("q", "a"),
  "q/r.yaml": qualification("r", "b"),
  "u/a.yaml": unit("a"),
  "u/b.yaml": unit("b"),
  "u/c.yaml": unit("c"),
  "qualspec.yaml": "format: 1\n",
};

/** What is asked for, and the units that nothing is said to use: only the whole workspace shows that nothing does. */
test.each([
  ["everything", files, ["."], ["c"]],
  ["every folder", files, ["q", "u"], ["c"]],
  ["a folder", files, ["u"], []],
  ["a folder and a file", files, ["u", "q/q.yaml"], []],
  ["files by their names", files, Object.keys(files), []],
  ["a qualification that is broken", { ...files, "q/q.yaml": `${files["q/q.yaml"]}level: 9\n` }, ["."], []],
  ["a qualification that is no YAML", { ...files, "q/q.yaml": `${files["q/q.yaml"]}a: b: c\n` }, ["."], []],
  ["files of somebody else", { ...files, "other.yaml": "services: { web: 1 }\n" }, ["."], ["c"]],
  ["units alone", { "a.yaml": unit("a"), "b.yaml": unit("b") }, ["."], []],
  ["a mention alone", { ...files, "q/s.yaml": `${qualification("s", "a")}  barred: [[a, c]]\n` }, ["."], []],
])("%s", async (_, all, paths, unused) => {
  expect(await textsOf("unit-in-qualification", all, paths)).toEqual(unused);
});
