import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { SourceFile } from "../../src/diagnostics/source-file.ts";
import { applyEdits } from "../../src/fixes/apply-edits.ts";
import { writeKeys } from "../../src/keys/write-keys.ts";
import { buildUnit } from "../../src/model/build-unit.ts";
import type { InlineUnitShape } from "../../src/schema/shapes.ts";
import { parse } from "../../src/source/parse.ts";

const head = "kind: unit\nid: a\ntitle: A\n";

/** What stands in a unit, and what stands there once the keys are written. */
const rows: readonly (readonly [about: string, before: string, after: string])[] = [
  [
    "texts in a list",
    "learningOutcomes:\n  - outcome: Know tools\n    assessmentCriteria:\n      - List tools\n      - Describe a tool\n",
    "learningOutcomes:\n  - outcome: Know tools\n    key: tools\n    assessmentCriteria:\n      - criterion: List tools\n        key: list-tools\n      - criterion: Describe a tool\n        key: describe-tool\n",
  ],
  [
    "comments, and quotes",
    "learningOutcomes:\n  - outcome: 'Know: tools' # one\n    # two\n    assessmentCriteria:\n      # three\n      - \"List: tools\"  # four\n      # five\n",
    "learningOutcomes:\n  - outcome: 'Know: tools' # one\n    key: tools\n    # two\n    assessmentCriteria:\n      # three\n      - criterion: \"List: tools\"  # four\n        key: list-tools\n      # five\n",
  ],
  [
    "brackets and braces",
    "learningOutcomes:\n  - { outcome: Know tools, assessmentCriteria: [List tools, { criterion: Describe a tool, kind: skill }] }\n",
    "learningOutcomes:\n  - { outcome: Know tools, key: tools, assessmentCriteria: [{ criterion: List tools, key: list-tools }, { criterion: Describe a tool, key: describe-tool, kind: skill }] }\n",
  ],
  [
    "brackets over several lines",
    "learningOutcomes:\n  - outcome: Know tools\n    assessmentCriteria: [\n      List\n        tools, # one\n      'Describe a tool'\n    ]\n",
    "learningOutcomes:\n  - outcome: Know tools\n    key: tools\n    assessmentCriteria: [\n      { criterion: List\n        tools, key: list-tools }, # one\n      { criterion: 'Describe a tool', key: describe-tool }\n    ]\n",
  ],
  [
    "texts over several lines",
    'learningOutcomes:\n  - outcome: Know\n      tools\n    assessmentCriteria:\n      - List\n        tools\n\n        and uses\n      - "Describe\n       a tool"\n',
    'learningOutcomes:\n  - outcome: Know\n      tools\n    key: tools\n    assessmentCriteria:\n      - criterion: List\n          tools\n\n          and uses\n        key: tools-uses\n      - criterion: "Describe\n         a tool"\n        key: describe-tool\n',
  ],
  [
    "texts behind marks",
    "learningOutcomes:\n  - outcome: >-\n      Know tools\n    assessmentCriteria:\n      - |\n        List tools\n          and more\n\n        of them\n      - >2-\n          Describe a tool\n\n      - criterion: |+\n          Use a tool\n\n        kind: skill\n",
    "learningOutcomes:\n  - outcome: >-\n      Know tools\n    key: tools\n    assessmentCriteria:\n      - criterion: |\n          List tools\n            and more\n\n          of them\n        key: tools-more\n      - criterion: >2-\n            Describe a tool\n        key: describe-tool\n\n      - criterion: |+\n          Use a tool\n\n        key: use-tool\n        kind: skill\n",
  ],
  [
    "a text that is not the first key",
    "learningOutcomes:\n  - assessmentCriteria:\n      - kind: skill\n        criterion: Use a tool\n        task: Show it.\n    outcome: Know tools\n",
    "learningOutcomes:\n  - assessmentCriteria:\n      - kind: skill\n        criterion: Use a tool\n        key: use-tool\n        task: Show it.\n    outcome: Know tools\n    key: tools\n",
  ],
  [
    "lists no deeper than their key, and wide dashes",
    "learningOutcomes:\n- outcome: Know tools\n  assessmentCriteria:\n  -   List\n    tools\n",
    "learningOutcomes:\n- outcome: Know tools\n  key: tools\n  assessmentCriteria:\n  -   criterion: List\n        tools\n      key: list-tools\n",
  ],
  [
    "no line end at the end",
    "learningOutcomes:\n  - outcome: Know tools\n    assessmentCriteria:\n      - List tools",
    "learningOutcomes:\n  - outcome: Know tools\n    key: tools\n    assessmentCriteria:\n      - criterion: List tools\n        key: list-tools",
  ],
  [
    "a text behind a mark that ends without a line end",
    "learningOutcomes:\n  - outcome: Know tools\n    assessmentCriteria:\n      - |-\n        List tools",
    "learningOutcomes:\n  - outcome: Know tools\n    key: tools\n    assessmentCriteria:\n      - criterion: |-\n          List tools\n        key: list-tools",
  ],
  [
    "keys that are there, and retired ones",
    "learningOutcomes:\n  - outcome: Know tools\n    key: list-tools\n    assessmentCriteria:\n      - List tools\n      - { criterion: Use a tool, key: use }\nretired: [tools, list-tools-2]\n",
    "learningOutcomes:\n  - outcome: Know tools\n    key: list-tools\n    assessmentCriteria:\n      - criterion: List tools\n        key: list-tools-3\n      - { criterion: Use a tool, key: use }\nretired: [tools, list-tools-2]\n",
  ],
  [
    "what has a name, and references to it, stay as they are",
    "learningOutcomes:\n  - outcome: Know tools\n    assessmentCriteria: &shared\n      - List tools\n  - outcome: &text Know uses\n    assessmentCriteria: *shared\n  - &whole { outcome: Know more }\n  - *whole\n  - outcome: *text\n    assessmentCriteria:\n      - &one List one\n      - *one\n",
    "learningOutcomes:\n  - outcome: Know tools\n    key: tools\n    assessmentCriteria: &shared\n      - List tools\n  - outcome: &text Know uses\n    key: uses\n    assessmentCriteria: *shared\n  - &whole { outcome: Know more }\n  - *whole\n  - outcome: *text\n    key: uses-2\n    assessmentCriteria:\n      - &one List one\n      - *one\n",
  ],
];

test.each(rows)("%s", (_, before, after) => {
  expect(written(head + before)).toBe(head + after);
  expect(written(head + after)).toBe(head + after);
  expect(withoutKeys(head + after)).toEqual(withoutKeys(head + before));
});

test.each(rows)("%s: with the line ends of Windows", (_, before, after) => {
  const crlf = (text: string) => text.replaceAll("\n", "\r\n");
  expect(written(crlf(head + before))).toBe(crlf(head + after));
});

function written(text: string): string {
  const { spec } = parse(new SourceFile("a.yaml", text));
  if (spec === null) throw new Error(`not to be read:\n${text}`);
  return applyEdits(text, writeKeys(buildUnit(spec, [], spec.data as InlineUnitShape, "en-GB")).edits).text;
}

/** What a unit says besides its keys, whether its criteria are texts or more. */
function withoutKeys(text: string): unknown {
  const bare = (one: unknown) => {
    if (typeof one === "string") return { criterion: one };
    const { key: _, ...rest } = one as Record<string, unknown>;
    return rest;
  };
  const outcomes = (parseYaml(text) as InlineUnitShape).learningOutcomes.map((outcome) => ({
    ...(bare(outcome) as object),
    assessmentCriteria: outcome.assessmentCriteria?.map(bare),
  }));
  return outcomes;
}
