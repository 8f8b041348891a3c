import { expect, test } from "vitest";
import { findPlaceholder } from "../../src/rules/find-placeholder.ts";
import { takeMarks } from "../marks.ts";
import { findingsOf, textsOf } from "./findings-of.ts";

/** What an author leaves behind: « » around the words that are found. */
const left = [
  "«TBC»",
  "«tbc».",
  "«TBA»",
  "«To be confirmed»",
  "«to be advised».",
  "«TODO»",
  "«To do»",
  "«xxx»",
  "«XX»",
  "«???»",
  "«?»",
  "«…»",
  "«-»",
  "«Pending»",
  "«Awaiting confirmation»",
  "The fee is «TBC».",
  "Level 3 Award in Baking («TBC»)",
  "Fees «(TBA)»",
  "Write the aim («TODO» by Friday).",
  "Ring 0800 «xxx» 1234.",
  "Holds a «[insert qualification]» in baking.",
  "Ask «<your name>» first.",
  "«[Name of the assessor]»",
  "Learners bake. «Lorem ipsum» dolor sit amet.",
  "Learners may go on to «???» and baking.",
  "Progression routes «to be confirmed».",
  "Countersigning «to be agreed»",
  "Learners may go on to work. Fees: «to be decided» later.",
  "«To be confirmed» in due course.",
];

/** What an author means. */
const meant = [
  "none",
  "A",
  "X",
  "Learners confirm the booking.",
  "Explain why a booking has to be confirmed",
  "Wait for the booking to be confirmed.",
  "The date needs to be agreed.",
  "Explain what is still to be decided, and who decides",
  "State the order of work to be completed",
  "List what is to be decided.",
  "Describe the uses of xylene and of an XXL glove",
  "A pending claim is one that nobody has settled.",
  "Write a to-do list",
  "What does the customer need?",
  "See [Add a comment](https://example.org/add).",
  "Read [the guide](https://example.org/) and [your rights](https://example.org/rights).",
  "Use a placeholder for text that is still to come.",
  "Explain how the array a[insert] is read",
  "Keep a value x < 5 and y > 3",
  "Roman numeral XXX is 30",
  "Outdoor learning, to follow the path",
  "Tuberculosis and tbx genes",
];

test.each(left)("%s", (marked) => {
  const { text, stretches } = takeMarks(marked);
  const found = findPlaceholder(text);
  expect(found === null ? [] : [[found.start, found.end]]).toEqual(stretches);
});

test.each(meant)("%s: is meant", (text) => {
  expect(findPlaceholder(text)).toBe(null);
});

const unit = (more: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria:\n      - { criterion: State A, guidance: TBC }\n${more}`;

test("every text of a qualification and of its units is looked at once, however it is written", async () => {
  const files = {
    "q.yaml": `kind: qualification\nid: q\ntitle: Q\nassessment: { people: { countersigning: "To be confirmed" } }\nchanges: [{ version: "1.0", summary: todo }]\nunits:\n  - { id: b, title: B, aim: xxx, learningOutcomes: [] }\nrulesOfCombination: { groups: [{ id: M, title: M, require: all, units: [a, b] }] }\n`,
    "a.yaml": unit("aim: >-\n  Learners find out. The rest\n  is [insert\n  text].\n"),
  };
  expect([...(await textsOf("placeholder-left", files))].sort()).toEqual([
    "TBC",
    "To be confirmed",
    "[insert",
    "todo",
    "xxx",
  ]);
});

test("what has a rule of its own is left to it", async () => {
  const forms = "reference: TBC\nassessment: { methods: [TBC], observation: { setting: TBC } }\n";
  expect(await textsOf("placeholder-left", { "a.yaml": unit(forms) })).toEqual(["TBC"]);
});

test("an objective without words makes one finding, whoever regulates", async () => {
  const files = (regulators: string, statement: string) => ({
    "q.yaml": `kind: qualification\nid: q\ntitle: Q\n${regulators}objective: { kinds: [support-a-role], statement: ${statement} }\n`,
  });
  const count = async (regulators: string, statement: string) => [
    (await findingsOf("objective-stated", files(regulators, statement))).length,
    (await findingsOf("placeholder-left", files(regulators, statement))).length,
  ];
  expect(await count("", "to be advised")).toEqual([1, 0]);
  expect(await count("regulators: [ofqual]\n", "TBC")).toEqual([1, 0]);
  expect(await count("regulators: none\n", "TBC")).toEqual([0, 1]);
  expect(await count("", "Supports bakers. Roles TBC.")).toEqual([0, 1]);
});
