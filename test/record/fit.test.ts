import { expect, test } from "vitest";
import { fitOf, fitted, isWritten } from "../../src/record/fit.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { criteriaOf, type MappedCriterion, type PaperMap } from "../../src/record/paper-map.ts";
import { emptyRecord } from "../../src/record/record-of.ts";
import { chooser } from "../fuzz/random.ts";
import { randomMap, randomRecord } from "./random-record.ts";
import { sampleMap } from "./sample-map.ts";

/** A criterion as `<key> <mark of its wording>`; a draft has the key `-`. */
type Written = string;

function mapOf(...written: readonly Written[]): PaperMap {
  const criteria = written.map((one, at): MappedCriterion => {
    const [key = "", mark = ""] = one.split(" ");
    const number = `1.${at + 1}`;
    const known = key === "-" ? null : key;
    const field = `bread.${known ?? number}`;
    return { unit: "bread", key: known, number, text: `Text ${mark}`, hash: mark.padStart(8, "0"), field };
  });
  return {
    ...sampleMap(),
    units: [{ id: "bread", title: "Bread", outcomes: [{ number: "1", text: "Bake", criteria }] }],
  };
}

/** In which every criterion is answered with its own name. */
function answered(...written: readonly Written[]): LearnerRecord {
  const record = emptyRecord(mapOf(...written));
  return { ...record, criteria: record.criteria.map((one, at) => ({ ...one, answer: written[at] ?? null })) };
}

const rows: readonly (readonly [
  string,
  readonly Written[],
  readonly Written[],
  { readonly fits?: string; readonly changed?: string; readonly gone?: string; readonly added?: string },
])[] = [
  ["the same", ["dough a", "loaf b"], ["dough a", "loaf b"], { fits: "dough a=1.1, loaf b=1.2" }],
  ["reworded", ["dough a", "loaf b"], ["dough a", "loaf c"], { fits: "dough a=1.1", changed: "loaf b=1.2" }],
  ["removed", ["dough a", "loaf b"], ["loaf b"], { fits: "loaf b=1.1", gone: "dough a" }],
  ["added", ["loaf b"], ["dough a", "loaf b"], { fits: "loaf b=1.2", added: "dough" }],
  ["in another order", ["dough a", "loaf b"], ["loaf b", "dough a"], { fits: "loaf b=1.1, dough a=1.2" }],
  ["moved and reworded", ["dough a", "loaf b"], ["loaf c", "dough a"], { changed: "loaf b=1.1", fits: "dough a=1.2" }],
  ["another key for the same text", ["dough a"], ["batter a"], { fits: "dough a=1.1" }],
  ["another key and another text", ["dough a"], ["batter b"], { gone: "dough a", added: "batter" }],
  [
    "the text of one under the key of the other",
    ["dough a", "loaf b"],
    ["dough b", "loaf a"],
    {
      changed: "dough a=1.1, loaf b=1.2",
    },
  ],
  [
    "two with one text, told by their keys",
    ["dough a", "loaf a"],
    ["loaf a", "dough a"],
    {
      fits: "loaf a=1.1, dough a=1.2",
    },
  ],
  [
    "one text, twice now: nobody knows which",
    ["dough a"],
    ["batter a", "mix a"],
    { gone: "dough a", added: "batter, mix" },
  ],
  [
    "one text, twice then: nobody knows which",
    ["dough a", "loaf a"],
    ["batter a"],
    {
      gone: "dough a, loaf a",
      added: "batter",
    },
  ],
  [
    "one text twice, of which one is told by its key",
    ["dough a", "loaf a"],
    ["dough a", "batter a"],
    {
      fits: "dough a=1.1, loaf a=1.2",
    },
  ],
  ["drafts, by number", ["- a", "- b"], ["- a", "- c", "- d"], { fits: "- a=1.1", changed: "- b=1.2", added: "1.3" }],
  [
    "drafts that have got keys, by text",
    ["- a", "- b"],
    ["dough a", "loaf c"],
    {
      fits: "- a=1.1",
      gone: "- b",
      added: "loaf",
    },
  ],
];

test.each(rows)("%s", (_, before, now, expected) => {
  const { fits, changed, gone, added } = fitOf(mapOf(...now), answered(...before));
  const pairs = (found: typeof fits) =>
    found.map(({ asked, written }) => `${written.answer}=${asked.number}`).join(", ");
  expect({
    fits: pairs(fits),
    changed: pairs(changed),
    gone: gone.map(({ answer }) => answer).join(", "),
    added: added.map(({ key, number }) => key ?? number).join(", "),
  }).toEqual({ fits: "", changed: "", gone: "", added: "", ...expected });
});

test("a fitted record stands under the keys and numbers of the paper, with the wording that was answered", () => {
  const { criteria } = fitted(mapOf("loaf c", "batter a"), answered("dough a", "loaf b", "crust d"));
  expect(criteria.map(({ key, number, hash, answer }) => [key, number, hash, answer])).toEqual([
    ["loaf", "1.1", "0000000b", "loaf b"],
    ["batter", "1.2", "0000000a", "dough a"],
    ["crust", "1.3", "0000000d", "crust d"],
  ]);
});

test("whatever changes between two versions, a fitted record has lost nothing, and fits as it did", () => {
  for (let seed = 0; seed < 120; seed += 1) {
    const choose = chooser(seed);
    const [before, now] = [randomMap(choose, "learner-workbook"), randomMap(choose, "learner-workbook")];
    const record = randomRecord(choose, before);
    const result = fitted(now, record);
    const said = ({ criteria }: LearnerRecord) =>
      criteria.map(({ unit: _, key: __, number: ___, ...one }) => JSON.stringify(one)).sort();
    expect(said(result), `seed ${seed}`).toEqual(said(record));
    expect({ ...result, criteria: [] }).toEqual({ ...record, criteria: [] });

    const fit = fitOf(now, record);
    expect(fit.fits.length + fit.changed.length + fit.gone.length).toBe(record.criteria.length);
    expect(fit.fits.length + fit.changed.length + fit.added.length).toBe(criteriaOf(now).length);
    const again = fitOf(now, result);
    expect(again.gone, `seed ${seed}`).toEqual(fit.gone);
    expect(again.added).toEqual(fit.added);
    expect(again.changed.map(({ asked }) => asked)).toEqual(fit.changed.map(({ asked }) => asked));
  }
});

test("an answer, evidence and a decision are something written", () => {
  const [empty] = emptyRecord(sampleMap()).criteria;
  if (empty === undefined) throw new Error("no criterion");
  const { assessment } = empty;
  expect(
    [
      empty,
      { ...empty, answer: "Mine" },
      { ...empty, evidence: ["1"] },
      { ...empty, assessment: { ...assessment, decision: "not-yet" as const } },
    ].map(isWritten),
  ).toEqual([false, true, true, true]);
});
