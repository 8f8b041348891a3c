import { describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { paperPartOf } from "../../src/formats/docx/paper-part.ts";
import { type FieldValues, valuesOf } from "../../src/record/field-values.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { criteriaOf, type PaperMap } from "../../src/record/paper-map.ts";
import { emptyRecord, recordOf } from "../../src/record/record-of.ts";
import { wordsFor } from "../../src/words/words.ts";
import { check } from "../../src/workspace/check.ts";
import { ioIn } from "../check-folder.ts";
import { chooser } from "../fuzz/random.ts";
import { starterFolder } from "../papers/build-papers.ts";
import { pick, randomMap, randomRecord, text } from "./random-record.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const seeds = Array.from({ length: 60 }, (_, at) => at);
function eachSeed(look: (seed: number) => void): () => void {
  return () => {
    for (const seed of seeds) look(seed);
  };
}

const kinds = ["learner-workbook", "assessor-checklist", "observation-record"] as const;

/** The names of the fields of a paper, as far as a record has anything to do with them. */
function fieldNames(map: PaperMap, rows: number): readonly string[] {
  const person = ["name", "number", "centre", "assessor"].map((part) => `${map.person}.${part}`);
  const criteria = (...ends: readonly string[]) =>
    criteriaOf(map).flatMap(({ field }) => ends.map((end) => `${field}.${end}`));
  const units = (...ends: readonly string[]) => map.units.flatMap(({ id }) => ends.map((end) => `${id}..${end}`));
  if (map.document === "learner-workbook") {
    const log = Array.from({ length: rows }, (_, at) =>
      ["reference", "description", "date"].map((part) => `log.${at + 1}.${part}`),
    ).flat();
    return [...person, ...criteria("a", "e"), ...units("own-work"), "self.1", "declaration.date", ...log];
  }
  if (map.document === "assessor-checklist") {
    const decisions = units("feedback", "actions", "decision", "iqa-comment", "achieved", "achieved-by");
    return [...person, ...criteria("l", "m", "d", "r", "i", "q"), ...decisions];
  }
  return [...person, ...units("criteria"), "observed.notes"];
}

/** What the fields of a page say once they are filled: those to choose in know their own words only. */
function onPage({ choices }: PaperMap, names: readonly string[], values: FieldValues): FieldValues {
  const isChoice = (name: string) => /\.r$|\.\.decision$/u.test(name);
  const known = new Set(Object.values(choices));
  return new Map(
    names.map((name) => {
      const value = values.get(name) ?? "";
      return [name, isChoice(name) && !known.has(value) ? "" : value];
    }),
  );
}

function throughPage(map: PaperMap, record: LearnerRecord): LearnerRecord {
  const names = fieldNames(map, record.evidence.length + 1);
  return recordOf(map, onPage(map, names, valuesOf(map, record)), record);
}

describe.each(kinds)("a record on the page of %s", (document) => {
  test(
    "is the same when it is saved again",
    eachSeed((seed) => {
      const choose = chooser(seed);
      const map = randomMap(choose, document);
      const record = randomRecord(choose, map);
      expect(throughPage(map, record), `seed ${seed}`).toEqual(record);
    }),
  );

  test(
    "is the same by all of its fields",
    eachSeed((seed) => {
      const choose = chooser(seed);
      const map = randomMap(choose, document);
      const record = randomRecord(choose, map);
      expect(recordOf(map, valuesOf(map, record), record), `seed ${seed}`).toEqual(record);
    }),
  );

  test(
    "is what was written into the fields, and fills them with it again",
    eachSeed((seed) => {
      const choose = chooser(seed);
      const map = randomMap(choose, document);
      const values = new Map(
        fieldNames(map, 3).map((name): [string, string] => {
          const row = /^log\.(\d+)\.reference$/u.exec(name)?.[1];
          if (row !== undefined) return [name, row];
          if (name.endsWith(".e")) return [name, pick(choose, ["", "1", "1, 3", "elsewhere"])];
          if (/\.r$/u.test(name)) return [name, pick(choose, ["", "Met", "Not yet", "Nearly"])];
          if (name.endsWith("..decision")) return [name, pick(choose, ["", "Achieved", "Further work", "Soon"])];
          return [name, pick(choose, ["", text(choose)])];
        }),
      );
      const back = valuesOf(map, recordOf(map, values, emptyRecord(map)));
      const filled = [...values].filter(([, value]) => value !== "");
      expect(
        filled.map(([name]) => [name, back.get(name)]),
        `seed ${seed}`,
      ).toEqual(filled);
      const other = [...back].filter(([name, value]) => value !== "" && !values.get(name));
      expect(other.filter(([name]) => !/^log\.\d+\.criteria$/u.test(name))).toEqual([]);
    }),
  );
});

describe("a record on every shipped paper", async () => {
  const { workspaces } = await check(ioIn(starterFolder), ["."]);
  const [qualification] = workspaces.flatMap(({ corpus }) => corpus.qualifications);
  if (qualification === undefined) throw new Error("no starter");
  const subject = { qualification, units: qualification.units, isPart: false, review: null };
  const papers = documents
    .filter(({ isAboutSpecification }) => isAboutSpecification !== true)
    .map((document) => paperPartOf(makePage(document, subject, wordsFor({}))))
    .filter(({ fields }) => fields.length > 0);

  test.each(papers.map((paper) => [paper.map.document, paper] as const))("%s loses nothing of it", (_, paper) => {
    const { map } = paper;
    // The program of the page shows itself which criteria evidence covers, and makes room for it.
    const names = paper.fields.map(({ name }) => name).filter((name) => !/^log\.\d+\.criteria$/u.test(name));
    for (const seed of seeds.slice(0, 10)) {
      const record = randomRecord(chooser(seed), map);
      expect(recordOf(map, onPage(map, names, valuesOf(map, record)), record)).toEqual(record);
    }
  });
});

describe("what a paper cannot say", () => {
  const map = sampleMap();
  const workbook = sampleMap("learner-workbook");
  const undecided = { "bread.dough.r": "Nearly", "cake..decision": "Soon" };

  test("stays: words that are none of a choice, until one is chosen", () => {
    const record = sampleRecord({}, { fields: undecided });
    expect(throughPage(map, record)).toEqual(record);
    expect(valuesOf(map, record).get("bread.dough.r")).toBe("Nearly");

    const values = onPage(map, fieldNames(map, 1), valuesOf(map, record));
    const chosen = recordOf(map, new Map([...values, ["bread.dough.r", "Met"]]), record);
    expect(chosen.criteria[0]?.assessment.decision).toBe("met");
    expect(chosen.fields).toEqual({ "cake..decision": "Soon" });
  });

  test("stays beside a decision that was there before", () => {
    const record = sampleRecord({ dough: { met: "00000001" } }, { fields: { "bread.dough.r": "Nearly" } });
    expect(throughPage(map, record)).toEqual(record);
  });

  test("is read: words that are none of a choice", () => {
    const read = recordOf(map, new Map(Object.entries(undecided)), emptyRecord(map));
    expect(read.fields).toEqual(undecided);
    expect(read.criteria[0]?.assessment.decision).toBeNull();
  });

  const item = { reference: "1", description: "Photograph", date: null };

  test("stays: a row of the list of evidence that names other criteria than name it, until they agree", () => {
    const fields = { "log.1.criteria": "bread 1.2" };
    const record = {
      ...sampleRecord({ dough: { evidence: ["1"] } }, { evidence: [item], fields }),
      document: workbook.document,
    };
    expect(throughPage(workbook, record)).toEqual(record);
    expect(recordOf(workbook, valuesOf(workbook, record), record)).toEqual(record);

    const values = onPage(workbook, fieldNames(workbook, 2), valuesOf(workbook, record));
    const linked = new Map([...values, ["bread.dough.e", ""], ["bread.loaf.e", "1"]]);
    expect(recordOf(workbook, linked, record).fields).toEqual({});
  });

  test("is read: such a row of a document that somebody filled in", () => {
    const written = [
      ["log.1.reference", "1"],
      ["log.1.criteria", "bread 1.2"],
      ["log.2.reference", ""],
      ["log.2.criteria", "bread 1.1"],
      ["bread.dough.e", "2"],
    ] as const;
    const read = recordOf(workbook, new Map(written), emptyRecord(workbook));
    expect(read.evidence.map(({ reference }) => reference)).toEqual(["1", "2"]);
    expect(read.fields).toEqual({ "log.1.criteria": "bread 1.2" });
  });

  test("stays: pieces of evidence whose names could be read as others", () => {
    const evidence = ["A, B", "A", "B"].map((reference) => ({ ...item, reference }));
    const record = { ...sampleRecord({ dough: { evidence: ["A", "B"] } }, { evidence }), document: workbook.document };
    expect(throughPage(workbook, record)).toEqual(record);
  });

  test("is read anew: evidence that the list has a name for since", () => {
    const record = { ...sampleRecord({ dough: { evidence: ["A", "B"] } }), document: workbook.document };
    const values = new Map([...valuesOf(workbook, record), ["log.1.reference", "A, B"]]);
    expect(recordOf(workbook, values, record).criteria[0]?.evidence).toEqual(["A, B"]);
  });
});

test("an answer that is written anew answers the wording of the paper, and one that stays answers its own", () => {
  const map = sampleMap("learner-workbook");
  const old = { answer: "Mine", text: "Old words", hash: "0000000f" };
  const record = sampleRecord({ dough: old, loaf: old });
  const names = fieldNames(map, 1);
  const values = new Map([...onPage(map, names, valuesOf(map, record)), ["bread.loaf.a", "New"]]);
  const [dough, loaf] = recordOf(map, values, record).criteria;
  expect(dough).toMatchObject(old);
  expect(loaf).toMatchObject({ answer: "New", text: "Text of loaf", hash: "00000002" });
});
