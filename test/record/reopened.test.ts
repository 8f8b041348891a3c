import { describe, expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { merge } from "../../src/record/merge.ts";
import { reopened, withdrawnWithUnits } from "../../src/record/reopened.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap();
const [early, late] = ["2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z"];
const why = { day: "9 May", by: "JS", reason: "The loaf was bought." };

/** Both units are signed off, and so is the whole. */
function signed(saved: string, date = "3 May"): LearnerRecord {
  const empty = sampleRecord({}, { saved });
  return {
    ...empty,
    units: empty.units.map((unit) => ({ ...unit, decision: "achieved", date, assessor: "JS" })),
    fields: {
      "bread..sign-off.assessor-name": "Jo Smith",
      "bread..sign-off.assessor-signature": "J. Smith",
      "bread..own-work": "yes",
      "cake..sign-off.assessor-signature": "J. Smith",
      "qualification.decision": "Achieved",
      "qualification.assessor-name": "Jo Smith",
      "qualification.assessor-signature": "Jo",
      "qualification.assessor-date": "4 May",
    },
  };
}

const breadOf = ({ units }: LearnerRecord) => units.find(({ id }) => id === "bread");
const openAgain = { decision: null, date: null, assessor: null };

describe("a unit that is opened again", () => {
  test("loses its decision and signatures, as does the whole, and a trail keeps them", () => {
    const before = signed(early);
    const open = reopened(map, before, "bread", { ...why, reason: " The loaf\nwas bought. " });
    expect(breadOf(open)).toMatchObject(openAgain);
    expect(open.criteria).toEqual(before.criteria);
    expect(open.fields).toEqual({
      "bread..sign-off.assessor-name": "Jo Smith",
      "bread..own-work": "yes",
      "cake..sign-off.assessor-signature": "J. Smith",
      "qualification.assessor-name": "Jo Smith",
      "bread..reopened": "9 May, JS: The loaf was bought. (3 May, JS, J. Smith)",
      "qualification.reopened": "9 May, JS: Baking bread: The loaf was bought. (Achieved, Jo, 4 May)",
    });
    const again = reopened(map, open, "bread", { day: "10 May", by: "", reason: "Again." });
    expect(again.fields["bread..reopened"]?.split("\n")[1]).toBe("10 May: Again.");
    expect(again.fields["qualification.reopened"]).toBe(open.fields["qualification.reopened"]);
  });

  test("leaves a decision on the whole that asks for further work", () => {
    const fields = { "qualification.decision": "Further work", "qualification.assessor-date": "4 May" };
    expect(reopened(map, { ...signed(early), fields }, "bread", why).fields).toMatchObject(fields);
  });

  test("is left alone where the record does not have it", () => {
    const record = sampleRecord();
    expect(reopened(map, record, "pie", why)).toBe(record);
  });
});

describe("two records of one checklist", () => {
  // A file is saved with every word that is typed: when it was saved says nothing of the sign-off.
  test.each([
    ["earlier", signed(late), reopened(map, signed(early), "bread", why)],
    ["later", signed(early), reopened(map, signed(late), "bread", why)],
  ])("what was opened again in a file that was saved %s is open, whichever comes in", (_, here, open) => {
    for (const both of [merge(here, open), merge(open, here)]) {
      expect(breadOf(both)).toMatchObject(openAgain);
      expect(both.fields).toEqual(open.fields);
      expect(both.units[1]?.decision).toBe("achieved");
      expect(merge(both, here)).toMatchObject({ units: both.units, fields: both.fields });
    }
  });

  test("what was signed anew after it was opened again is signed off", () => {
    const anew = { ...signed(early, "12 May"), fields: { "bread..reopened": "9 May, JS: Bought. (3 May, JS)" } };
    for (const both of [merge(signed(late), anew), merge(anew, signed(late))]) {
      expect(breadOf(both)).toMatchObject({ decision: "achieved", date: "12 May" });
      expect(both.fields["bread..sign-off.assessor-signature"]).toBeUndefined();
    }
  });

  test("of two that were each opened again, what is open stays open, and nobody's sign-off is lost", () => {
    const open = reopened(map, signed(early), "bread", why);
    const other = reopened(map, signed(late), "bread", { ...why, reason: "Too early." });
    const anew = { ...other, units: signed(late, "12 May").units };
    for (const both of [merge(open, anew), merge(anew, open)]) {
      expect(breadOf(both)).toMatchObject(openAgain);
      const lines = both.fields["bread..reopened"]?.split("\n") ?? [];
      expect([...lines].sort()).toEqual([
        "(12 May, JS)",
        "9 May, JS: The loaf was bought. (3 May, JS, J. Smith)",
        "9 May, JS: Too early. (3 May, JS, J. Smith)",
      ]);
      expect(merge(both, anew).fields).toEqual(both.fields);
    }
  });

  test("the whole is taken back where a unit comes in opened again by somebody who had not decided it", () => {
    const undecided = { ...signed(early), fields: {} };
    const both = merge(signed(late), reopened(map, undecided, "bread", why));
    expect(withdrawnWithUnits(map, signed(late), both).fields).toMatchObject({
      "bread..reopened": "(3 May, JS, J. Smith)\n9 May, JS: The loaf was bought. (3 May, JS)",
      "qualification.reopened": "Baking bread: 9 May, JS: The loaf was bought. (3 May, JS) (Achieved, Jo, 4 May)",
    });
    expect(withdrawnWithUnits(map, signed(late), both).fields["qualification.decision"]).toBeUndefined();
    expect(withdrawnWithUnits(map, both, both)).toBe(both);
  });
});
