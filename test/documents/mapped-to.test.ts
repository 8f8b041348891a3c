import { describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { markdown } from "../../src/formats/markdown.ts";
import { wordsFor } from "../../src/words/words.ts";
import { readQualification } from "./read-qualification.ts";

const framework = `kind: framework
id: f
title: Digital framework
version: second
publisher: P
notice: Unverified for now.
nodes:
  - id: theme
    title: Theme
    nodes: [{ id: inside, text: "Uses *data* <well>\\n\\nmore" }]
  - { id: other, title: Other | theme }
  - { id: unmapped, title: Unmapped }
`;

async function made(document: string, unit: string, more = framework): Promise<string> {
  const found = await readQualification({
    "q.yaml":
      "kind: qualification\nid: q\ntitle: Q\nregulators: none\nlevel: 3\nrulesOfCombination:\n  groups: [{ id: M, require: all, units: [a] }]\n",
    "a.yaml": `kind: unit\nid: a\ntitle: A\n${unit}`,
    "f.yaml": more,
  });
  const paper = documents.find(({ id }) => id === document);
  if (paper === undefined) throw new Error(`no document ${document}`);
  const subject = { qualification: found, units: found.units, isPart: false, review: null };
  const text = new TextDecoder().decode(await markdown.encode(makePage(paper, subject, wordsFor({}))));
  return text.replaceAll("\\", "");
}

const unit = `learningOutcomes:
  - outcome: Know A
    maps: { f: [theme] }
    assessmentCriteria: [State A, State B]
  - outcome: Know B
    assessmentCriteria:
      - { criterion: State C, maps: { f: [other, inside] } }
      - State D
`;

describe.each(["unit-guide", "qualification-specification"])("a %s", (document) => {
  test("says what each unit is mapped to, in which version, and what is to be known of it", async () => {
    const text = await made(document, unit);
    expect(text).toContain("### This unit maps to");
    expect(text).toContain("Digital framework, version second");
    expect(text).toContain("> Unverified for now.");
    expect(text).toContain("| Theme | 1 |");
    expect(text).toContain("| Theme: Uses *data* <well> | 2.1 |");
    expect(text).toContain("| Other | theme | 2.1 |");
    expect(text).not.toContain("Unmapped");
  });

  test("says of a unit that is mapped as a whole that it is", async () => {
    const text = await made(
      document,
      `assessment: { maps: { f: [other] } }\n${unit.replaceAll(/ *maps: .*theme\] \}\n/gu, "").replace(", maps: { f: [other, inside] }", "")}`,
    );
    expect(text).toMatch(/theme \| all of this unit \|/u);
  });

  test.each([
    [
      "is mapped to nothing",
      unit.replaceAll(/ *maps: .*theme\] \}\n/gu, "").replace(", maps: { f: [other, inside] }", ""),
      framework,
    ],
    ["is mapped to a framework that is not there", unit, framework.replace("id: f\n", "id: g\n")],
    ["is mapped to a framework without its entries", unit, "kind: framework\nid: f\ntitle: F\n"],
  ])("is silent about a unit that %s", async (_, of, from) => {
    expect(await made(document, of, from)).not.toContain("maps to");
  });
});

test.each(
  documents
    .filter(({ id }) => !["unit-guide", "qualification-specification"].includes(id))
    .filter(({ audience }) => audience === "learner")
    .map(({ id }) => id),
)("a learner's %s does not say what units are mapped to", async (document) => {
  expect(await made(document, unit)).not.toContain("Digital framework");
});
