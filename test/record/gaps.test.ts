import { expect, test } from "vitest";
import { completed, filledIn, gapsIn } from "../../src/record/gaps.ts";
import { isDate } from "../../src/record/later.ts";
import { criteriaOf } from "../../src/record/paper-map.ts";
import { recordOf } from "../../src/record/record-of.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap();
const how = { assessor: " JS ", date: "3 May 2026" };

test.each([
  ["3 May 2026", "en-GB", true],
  ["3/5/26", "en-GB", true],
  ["05/13/2026", "en-GB", true],
  ["2026-05-03T09:30", "", true],
  ["32/13/2026", "en-GB", false],
  ["31 February 2026", "en-GB", false],
  ["spring", "en-GB", false],
  ["3 May", "en-GB", false],
  ["  ", "en-GB", false],
  ["3 maja 2026", "pl", true],
  ["3 de mayo de 2026", "es", true],
  ["٣ مايو ٢٠٢٦", "ar", true],
  ["2026年5月3日", "ja", true],
  ["3 Smarch 2026", "pl", false],
] as const)("%s in %s is a date: %s", (written, language, expected) => {
  expect(isDate(written, language)).toBe(expected);
});

test.each(["en-GB", "cy", "de", "fr", "pl", "cs", "ga", "ar", "ar-EG", "fa", "hi", "ru", "el", "zh", "ja", "th"])(
  "the day that a page in %s writes is one, in each month",
  (language) => {
    const format = new Intl.DateTimeFormat(language, {
      ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
      ...{ calendar: "gregory", numberingSystem: "latn" },
    });
    const days = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 28)));
    expect(days.filter((day) => !isDate(day, language))).toEqual([]);
  },
);

test.each([
  [{ who: "JS", when: "3 May 2026" }, []],
  [{ who: null, when: null }, ["no-name", "no-date"]],
  [{ who: " ", when: "soon" }, ["no-name", "not-a-date"]],
] as const)("of %j is missing", (signed, gaps) => {
  expect(gapsIn(signed, "en-GB")).toEqual(gaps);
});

test("what is missing is filled, what is no date is replaced, and what can be read stays", () => {
  expect(filledIn({ who: null, when: "32/13/2026" }, how, "en-GB")).toEqual({ who: "JS", when: "3 May 2026" });
  expect(filledIn({ who: "KO", when: "2/5/26" }, how, "en-GB")).toEqual({ who: "KO", when: "2/5/26" });
  expect(filledIn({ who: null, when: "soon" }, { assessor: " ", date: "later" }, "en-GB")).toEqual({
    who: null,
    when: "soon",
  });
});

test("a decision that is completed is on the wording and the answer that it was on", () => {
  const record = sampleRecord(
    { dough: { met: "0000000f", answer: "Flour" } },
    { fields: { "bread.dough.changed": "yes" } },
  );
  const after = completed(record, criteriaOf(map), how, "en-GB");
  expect(after.criteria[0]?.assessment).toMatchObject({ hash: "0000000f", assessor: "JS", date: "3 May 2026" });
  expect(after.criteria[1]?.assessment).toMatchObject({ assessor: null, date: null });
  expect(after.fields).toEqual(record.fields);
  // The same by hand, in the fields of the page; who writes another day decides anew.
  const typed = (date: string, before = record) =>
    recordOf(
      map,
      new Map([
        ["bread.dough.r", "Met"],
        ["bread.dough.d", date],
      ]),
      before,
    );
  expect(typed("3 May 2026").criteria[0]?.assessment.hash).toBe("0000000f");
  expect(typed("4 May 2026", typed("3 May 2026")).criteria[0]?.assessment.hash).toBe("00000001");
});
