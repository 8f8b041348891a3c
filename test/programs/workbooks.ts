import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { html } from "../../src/formats/html.ts";
import { wordsFor } from "../../src/words/words.ts";
import { check } from "../../src/workspace/check.ts";
import { ioIn, writeInto } from "../check-folder.ts";

/** `older` and `newer` are versions of one specification, `part` is of one unit of the older; `large` is another, of 200 criteria. */
export type Edition = "older" | "part" | "newer" | "large";

interface Criterion {
  readonly key: string;
  readonly criterion: string;
  readonly task?: string;
}

/** In the newer version one criterion has other words, one another task, one is gone, one is new, one stands elsewhere. */
const editions = {
  older: {
    version: "1.0",
    bread: [
      [
        { key: "weigh", criterion: "Weigh the ingredients of a loaf" },
        { key: "knead", criterion: "Describe how dough is kneaded", task: "Knead for ten minutes." },
        { key: "prove", criterion: "Prove the dough" },
      ],
      [
        { key: "oven", criterion: "Set an oven", task: "Write down its settings." },
        { key: "cool", criterion: "Cool a loaf" },
      ],
    ],
  },
  newer: {
    version: "1.1",
    bread: [
      [
        { key: "cool", criterion: "Cool a loaf" },
        { key: "weigh", criterion: "Weigh the ingredients of a loaf" },
        { key: "knead", criterion: "Explain how dough is kneaded", task: "Knead for ten minutes." },
      ],
      [
        { key: "oven", criterion: "Set an oven", task: "Photograph its settings." },
        { key: "slice", criterion: "Slice a loaf" },
      ],
    ],
  },
  large: {
    version: "1.0",
    bread: Array.from({ length: 40 }, (_, outcome) =>
      Array.from({ length: 5 }, (_one, at) => ({
        key: `c-${outcome + 1}-${at + 1}`,
        criterion: `Describe part ${at + 1} of step ${outcome + 1} in the making of bread`,
      })),
    ),
  },
} as const satisfies Record<Exclude<Edition, "part">, { version: string; bread: readonly (readonly Criterion[])[] }>;

/** Writes a workbook of each edition. @returns where they are. */
export async function makeWorkbooks(folder: string, chosen: readonly Edition[]): Promise<(edition: Edition) => string> {
  const address = (edition: Edition) => join(folder, `${edition}.html`);
  const document = documents.find(({ id }) => id === "learner-workbook");
  if (document === undefined) throw new Error("No learner-workbook");
  mkdirSync(folder, { recursive: true });
  for (const edition of chosen) {
    const sources = join(folder, edition);
    writeInto(sources, sourcesOf(edition));
    const { workspaces } = await check(ioIn(sources), ["."]);
    const qualification = workspaces[0]?.corpus.qualifications[0];
    if (qualification === undefined) throw new Error(`No qualification in ${edition}`);
    const isPart = edition === "part";
    const units = qualification.units.filter(({ id }) => !isPart || id === "bread");
    const page = makePage(document, { qualification, units, isPart, review: null }, wordsFor({}));
    writeFileSync(address(edition), await html.encode(page));
  }
  return (edition) => pathToFileURL(address(edition)).href;
}

function sourcesOf(edition: Edition): Readonly<Record<string, string>> {
  const { version, bread } = editions[edition === "part" ? "older" : edition];
  const id = edition === "large" ? "large" : "baking";
  const unit = (name: string, title: string, outcomes: readonly (readonly Criterion[])[]) =>
    JSON.stringify({
      kind: "unit",
      id: name,
      title,
      level: 2,
      credit: 2,
      guidedLearningHours: 12,
      aim: "Learners bake.",
      learningOutcomes: outcomes.map((criteria, at) => ({
        outcome: `Be able to take step ${at + 1}`,
        key: `step-${at + 1}`,
        assessmentCriteria: criteria,
      })),
    });
  return {
    "units/bread.yaml": unit("bread", "Bake bread", bread),
    "units/cake.yaml": unit("cake", "Bake a cake", [[{ key: "ice", criterion: "Ice a cake" }]]),
    [`qualifications/${id}.yaml`]: JSON.stringify({
      kind: "qualification",
      id,
      title: `Example Awards Level 2 Award in Baking${edition === "large" ? " at Length" : ""}`,
      awardingOrganisation: { name: "Example Awards", acronym: "EXA" },
      number: "none",
      status: "draft",
      version,
      level: 2,
      objective: { statement: "Prepares learners to bake." },
      grading: { type: "pass-fail" },
      rulesOfCombination: { groups: [{ id: "all", title: "Mandatory", require: "all", units: ["bread", "cake"] }] },
    }),
    "qualspec.yaml": JSON.stringify({ format: 1 }),
  };
}
