import type { CriterionRecord, LearnerRecord } from "../../src/record/learner-record.ts";
import { nothingDecided } from "../../src/record/learner-record.ts";
import type { MappedCriterion, PaperMap } from "../../src/record/paper-map.ts";
import { emptyRecord } from "../../src/record/record-of.ts";

/** A paper about two units: bread with two criteria in one outcome, cake with one. */
export function sampleMap(document = "assessor-checklist"): PaperMap {
  return {
    document,
    specification: { id: "l2-baking", title: "Baking", version: "1.0", hash: "0b4f6c77d2aa", unit: null },
    person: document === "learner-workbook" ? "me" : "people",
    units: [
      {
        id: "bread",
        title: "Baking bread",
        outcomes: [
          {
            number: "1",
            text: "Bake",
            criteria: [asked("bread", "dough", "1.1", "00000001"), asked("bread", "loaf", "1.2", "00000002")],
          },
        ],
      },
      {
        id: "cake",
        title: "Baking cake",
        outcomes: [{ number: "1", text: "Ice", criteria: [asked("cake", "icing", "1.1", "00000003")] }],
      },
    ],
    choices: { met: "Met", "not-yet": "Not yet", achieved: "Achieved", "further-work": "Further work" },
  };
}

function asked(unit: string, key: string, number: string, hash: string): MappedCriterion {
  return { unit, key, number, text: `Text of ${key}`, hash, field: `${unit}.${key}` };
}

/** A record of that paper in which some criteria, by their keys, are otherwise. */
export function sampleRecord(
  changes: Readonly<Record<string, Partial<Omit<CriterionRecord, "assessment">> & { readonly met?: string }>> = {},
  more: Partial<LearnerRecord> = {},
): LearnerRecord {
  const empty = emptyRecord(sampleMap());
  return {
    ...empty,
    criteria: empty.criteria.map((one) => {
      const { met, ...change } = changes[one.key ?? ""] ?? {};
      const assessment =
        met === undefined ? nothingDecided : { ...nothingDecided, decision: "met" as const, hash: met };
      return { ...one, ...change, assessment };
    }),
    ...more,
  };
}
