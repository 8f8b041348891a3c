import { describe, expect, test } from "vitest";
import type { CriterionRecord, LearnerRecord, UnitRecord } from "../../src/record/learner-record.ts";
import { changedSinceDecision, conflictsOf, merge } from "../../src/record/merge.ts";
import type { PaperMap } from "../../src/record/paper-map.ts";
import { criterionId } from "../../src/record/places.ts";
import { isSigned } from "../../src/record/reopened.ts";
import { type Choose, chooser } from "../fuzz/random.ts";
import { randomMap, randomRecord } from "./random-record.ts";
import { sampleRecord } from "./sample-map.ts";

const [first, second] = ["2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z"];
type Changes = Parameters<typeof sampleRecord>[0];

const workbook = (changes: Changes = {}, more: Partial<LearnerRecord> = {}) =>
  sampleRecord(changes, { document: "learner-workbook", ...more });
const checklist = (changes: Changes = {}, more: Partial<LearnerRecord> = {}) => sampleRecord(changes, more);
const saysOf = ({ criteria }: LearnerRecord, key: string) => criteria.find((one) => one.key === key);
const photo = { reference: "1", description: "Photograph", date: null };
const film = { reference: "1", description: "Film", date: null };

describe("between a learner and an assessor", () => {
  test("answers go one way and decisions the other, again and again", () => {
    let learner = workbook({ dough: { answer: "Mine", evidence: ["1"] } }, { evidence: [photo] });
    let assessor = merge(checklist(), learner);
    expect(saysOf(assessor, "dough")).toMatchObject({ answer: "Mine", evidence: ["1"] });
    expect(assessor.evidence).toEqual([photo]);

    assessor = judge(assessor, "dough", "not-yet", "Say why");
    learner = merge(learner, assessor);
    expect(saysOf(learner, "dough")).toMatchObject({ answer: "Mine", assessment: { feedback: "Say why" } });
    expect(learner.document).toBe("learner-workbook");

    learner = answer(answer(learner, "dough", "Mine, because"), "loaf", "Baked");
    const before = assessor;
    assessor = merge(assessor, learner);
    expect(changedSinceDecision(before, assessor).map(({ key }) => key)).toEqual(["dough"]);
    expect(saysOf(assessor, "dough")).toMatchObject({ answer: "Mine, because", assessment: { decision: "not-yet" } });
    expect(saysOf(assessor, "loaf")?.answer).toBe("Baked");

    assessor = judge(judge(assessor, "dough", "met", null), "loaf", "met", null);
    learner = merge(merge(learner, assessor), assessor);
    expect(learner.criteria.map((one) => [one.answer, one.assessment.decision])).toEqual([
      ["Mine, because", "met"],
      ["Baked", "met"],
      [null, null],
    ]);
  });

  test("a decision that is taken back does not come back with the learner's next file", () => {
    const decided = checklist({ dough: { met: "00000001" }, loaf: { met: "00000002" } });
    const learner = merge(workbook({ dough: { answer: "Mine" } }), decided);
    const withdrawn = checklist({ loaf: { met: "00000002" } });
    expect(saysOf(merge(withdrawn, learner), "dough")?.assessment.decision).toBeNull();
  });

  test("what was written for an older version stays", () => {
    const gone = { ...(checklist().criteria[0] as CriterionRecord), key: "gone", answer: "Old", evidence: ["1"] };
    const old = workbook({}, { criteria: [gone], evidence: [photo] });
    const assessor = merge(checklist({ dough: { met: "00000001" } }), old);
    expect(saysOf(assessor, "gone")?.answer).toBe("Old");
    expect(saysOf(assessor, "dough")?.assessment.decision).toBe("met");
  });

  /** A paper about one of the units. */
  const partOf = (record: LearnerRecord, unit: string): LearnerRecord => ({
    ...record,
    criteria: record.criteria.filter((one) => one.unit === unit),
    units: record.units.filter(({ id }) => id === unit),
  });
  const achieved = (record: LearnerRecord): LearnerRecord => ({
    ...record,
    units: record.units.map((unit) => ({ ...unit, decision: "achieved" })),
  });

  test("a checklist of one unit leaves what was decided about the others", () => {
    const bread = partOf(
      achieved(checklist({ dough: { met: "00000001" } }, { fields: { "bread..reopened": "9 May" } })),
      "bread",
    );
    const cake = partOf(
      achieved(checklist({ icing: { met: "00000003" } }, { fields: { "people.assessor": "Lee" } })),
      "cake",
    );
    for (const start of [workbook(), workbook({ dough: { answer: "Mine" } })]) {
      const learner = merge(merge(start, bread), cake);
      expect(saysOf(learner, "dough")?.assessment.decision).toBe("met");
      expect(saysOf(learner, "icing")?.assessment.decision).toBe("met");
      expect(Object.fromEntries(learner.units.map(({ id, decision }) => [id, decision]))).toEqual({
        bread: "achieved",
        cake: "achieved",
      });
      expect(learner.fields).toEqual({ "bread..reopened": "9 May", "people.assessor": "Lee" });
    }
  });

  test("a workbook of one unit leaves what was answered in the others, with its evidence", () => {
    const bread = partOf(
      workbook(
        { dough: { answer: "Mine", evidence: ["1"] } },
        { evidence: [photo], fields: { "bread..own-work": "yes" } },
      ),
      "bread",
    );
    const cake = partOf(
      workbook(
        { icing: { answer: "Iced", evidence: ["1"] } },
        { evidence: [film], fields: { "cake..own-work": "yes" } },
      ),
      "cake",
    );
    const assessor = merge(merge(merge(checklist(), bread), cake), cake);
    expect(saysOf(assessor, "dough")).toMatchObject({ answer: "Mine", evidence: ["1-2"] });
    expect(saysOf(assessor, "icing")).toMatchObject({ answer: "Iced", evidence: ["1"] });
    expect(assessor.evidence).toEqual([film, { ...photo, reference: "1-2" }]);
    expect(assessor.fields).toEqual({ "bread..own-work": "yes", "cake..own-work": "yes" });
  });
});

describe("changedSinceDecision", () => {
  const judged = checklist({ dough: { answer: "Mine", evidence: ["1"], met: "00000001" }, loaf: { answer: "Baked" } });
  test.each([
    ["the same", { dough: { answer: "Mine", evidence: ["1"] }, loaf: { answer: "Baked" } }, []],
    ["another answer", { dough: { answer: "Ours", evidence: ["1"] } }, ["dough"]],
    ["other evidence", { dough: { answer: "Mine", evidence: ["1", "2"] } }, ["dough"]],
    ["no answer any more", { dough: { evidence: ["1"] } }, ["dough"]],
    [
      "another answer where nothing was decided",
      { dough: { answer: "Mine", evidence: ["1"] }, loaf: { answer: "Burnt" } },
      [],
    ],
  ])("%s", (_, changes, expected) => {
    expect(changedSinceDecision(judged, workbook(changes)).map(({ key }) => key)).toEqual(expected);
  });
});

describe("two records of the same paper", () => {
  test("conflict only where both say something, and not alike", () => {
    const one = workbook({ dough: { answer: "Mine" }, loaf: { answer: "Baked" }, icing: { answer: "Iced" } });
    const other = workbook({ dough: { answer: "Ours" }, loaf: { answer: "Baked" } });
    expect(conflictsOf(one, other).map(({ id, what }) => [id, what])).toEqual([["bread/dough", "answer"]]);
    expect(conflictsOf(one, checklist({ dough: { answer: "Ours" } }))).toEqual([]);
    const [met, older] = [checklist({ dough: { met: "00000001" } }), checklist({ dough: { met: "0000000f" } })];
    expect(conflictsOf(met, older).map(({ id, what }) => [id, what])).toEqual([["bread/dough", "decision"]]);
    expect(conflictsOf(met, checklist())).toEqual([]);
  });

  test.each([
    ["current", { answer: "Mine", hash: "00000001" }],
    ["incoming", { answer: "Ours", hash: "0000000f" }],
    ["both", { answer: "Mine\n\nOurs", hash: "00000001" }],
  ] as const)("a person chooses %s", (choice, expected) => {
    const one = workbook({ dough: { answer: "Mine", evidence: ["1"] } });
    const other = workbook({ dough: { answer: "Ours", hash: "0000000f", evidence: ["2"] } });
    expect(
      saysOf(
        merge(one, other, () => choice),
        "dough",
      ),
    ).toMatchObject({ ...expected, evidence: ["1", "2"] });
  });

  test("where nobody chooses, what was saved later counts, and what comes in where that is not known", () => {
    const of = (answer: string, saved: string | null) => workbook({ dough: { answer } }, { saved });
    expect(saysOf(merge(of("Mine", second), of("Ours", first)), "dough")?.answer).toBe("Mine");
    expect(saysOf(merge(of("Mine", first), of("Ours", second)), "dough")?.answer).toBe("Ours");
    expect(saysOf(merge(of("Mine", second), of("Ours", null)), "dough")?.answer).toBe("Ours");
  });

  test("two pieces of evidence with one reference are two, and stay two", () => {
    const one = workbook({ dough: { evidence: ["1"] } }, { evidence: [photo] });
    const other = workbook({ loaf: { evidence: ["1"] } }, { evidence: [film] });
    const both = merge(merge(one, other), other);
    expect(both.evidence).toEqual([photo, { ...film, reference: "1-2" }]);
    expect(saysOf(both, "loaf")?.evidence).toEqual(["1-2"]);
  });

  test("what only one of them says of a piece of evidence is kept", () => {
    const one = workbook({}, { evidence: [{ reference: "1", description: null, date: "3 May" }] });
    expect(merge(one, workbook({}, { evidence: [photo] })).evidence).toEqual([{ ...photo, date: "3 May" }]);
  });

  test("what only one of them notes beside a decision is kept, and nobody signs for another", () => {
    const noted = withAssessment(checklist(), "dough", { location: "Page 4", assessor: "AB" });
    const met = checklist({ dough: { met: "00000001" } });
    expect(saysOf(merge(noted, checklist()), "dough")?.assessment).toMatchObject({
      location: "Page 4",
      assessor: "AB",
    });
    for (const both of [merge(noted, met), merge(met, noted)]) {
      expect(saysOf(both, "dough")?.assessment).toMatchObject({ decision: "met", location: "Page 4", assessor: null });
    }
  });

  const withUnit = (record: LearnerRecord, change: Partial<UnitRecord>): LearnerRecord => ({
    ...record,
    units: record.units.map((unit) => (unit.id === "bread" ? { ...unit, ...change } : unit)),
  });

  test("of a unit, both count", () => {
    const signed = withUnit(checklist({}, { saved: first }), { decision: "achieved", date: "3 May", assessor: "JS" });
    const sampled = withUnit(checklist({}, { saved: second }), { iqaComment: "Sound", feedback: "Well done" });
    for (const both of [merge(signed, sampled), merge(sampled, signed)]) {
      expect(both.units[0]).toMatchObject({
        decision: "achieved",
        assessor: "JS",
        iqaComment: "Sound",
        feedback: "Well done",
      });
    }
  });

  test("a unit that was opened again is not signed off by an older file", () => {
    const signed = withUnit(checklist({}, { saved: first }), { decision: "achieved", date: "3 May", assessor: "JS" });
    const open = checklist({}, { saved: second, fields: { "bread..reopened": "9 May, JS: Bought" } });
    for (const both of [merge(signed, open), merge(open, signed)]) {
      expect(both.units[0]).toMatchObject({ decision: null, date: null, assessor: null });
    }
  });
});

describe("nothing is lost", () => {
  const seeds = Array.from({ length: 120 }, (_, at) => at);
  const answersOf = ({ criteria }: LearnerRecord) =>
    criteria.flatMap((one) => (one.answer === null ? [] : [`${criterionId(one)}: ${one.answer}`]));
  const decisionsOf = ({ criteria, units }: LearnerRecord) => [
    ...criteria.flatMap((one) =>
      one.assessment.decision === null ? [] : [`${criterionId(one)}: ${JSON.stringify(one.assessment)}`],
    ),
    ...units.flatMap(({ id, decision }) => (decision === null ? [] : [`${id}: ${decision}`])),
  ];
  const linksOf = ({ criteria }: LearnerRecord) =>
    criteria.flatMap((one) => one.evidence.map((reference) => `${criterionId(one)}: ${reference}`));
  const idsOf = ({ criteria, units }: LearnerRecord) => [...criteria.map(criterionId), ...units.map(({ id }) => id)];
  const lost = (before: readonly string[], now: readonly string[]) => before.filter((one) => !now.includes(one));

  /** Records about one learner, each about some units only. */
  function randomPart(choose: Choose, map: PaperMap, document: string): LearnerRecord {
    const own = map.units.filter(() => choose(4) > 0);
    return randomRecord(choose, { ...map, document, units: own.length === 0 ? map.units : own });
  }

  test("of what a learner's paper answers and an assessor's decides, nor of what the other does not ask", () => {
    for (const seed of seeds) {
      const choose = chooser(seed);
      const map = randomMap(choose, "learner-workbook");
      const learner = randomPart(choose, map, "learner-workbook");
      const assessor = randomPart(choose, map, "assessor-checklist");
      for (const merged of [merge(learner, assessor), merge(assessor, learner)]) {
        expect(lost(answersOf(learner), answersOf(merged)), `seed ${seed}`).toEqual([]);
        expect(lost(linksOf(learner), linksOf(merged)), `seed ${seed}`).toEqual([]);
        expect(lost(decisionsOf(assessor), decisionsOf(merged)), `seed ${seed}`).toEqual([]);
        expect(lost([...idsOf(learner), ...idsOf(assessor)], idsOf(merged)), `seed ${seed}`).toEqual([]);
        const outside = (one: LearnerRecord, other: LearnerRecord) => {
          const known = new Set(idsOf(other));
          const isOutside = ({ id }: UnitRecord) => !known.has(id);
          return {
            ...one,
            criteria: one.criteria.filter((it) => !known.has(criterionId(it))),
            units: one.units.filter(isOutside),
          };
        };
        expect(lost(answersOf(outside(assessor, learner)), answersOf(merged)), `seed ${seed}`).toEqual([]);
        expect(lost(decisionsOf(outside(learner, assessor)), decisionsOf(merged)), `seed ${seed}`).toEqual([]);
      }
    }
  });

  test("whoever imports the same file twice has the same as once", () => {
    for (const seed of seeds) {
      const choose = chooser(seed);
      const map = randomMap(choose, "learner-workbook");
      const learner = randomPart(choose, map, "learner-workbook");
      const assessor = randomPart(choose, map, "assessor-checklist");
      const once = merge(assessor, learner);
      expect(merge(once, learner), `seed ${seed}`).toEqual(once);
    }
  });

  test.each(["learner-workbook", "assessor-checklist"])(
    "of two records of %s, but what a person decides against",
    (document) => {
      for (const seed of seeds) {
        const choose = chooser(seed);
        const map = randomMap(choose, document);
        const [one, other] = [randomPart(choose, map, document), randomPart(choose, map, document)];
        const against = new Set(conflictsOf(one, other).map(({ id, what }) => `${what} ${id}`));
        const merged = merge(one, other, ({ what }) => (what === "answer" ? "both" : "current"));
        const said = (record: LearnerRecord, part: (criterion: CriterionRecord) => string | null, what: string) =>
          record.criteria.flatMap((it) => {
            const words = part(it);
            return words === null || against.has(`${what} ${criterionId(it)}`) ? [] : [`${criterionId(it)} ${words}`];
          });
        const parts = ["decision", "location", "method", "date", "feedback", "iqa"] as const;
        for (const record of [one, other]) {
          for (const part of parts) {
            const words = ({ assessment }: CriterionRecord) => assessment[part];
            // Where both note something without deciding, one note stands.
            const kept = new Set(said(merged, words, "decision").map((it) => it.split(" ")[0]));
            const before = said(record, words, "decision").map((it) => it.split(" ")[0]);
            expect(
              before.filter((id) => !kept.has(id)),
              `seed ${seed}, ${part}`,
            ).toEqual([]);
          }
          for (const it of record.criteria) {
            const now = merged.criteria.find((found) => criterionId(found) === criterionId(it));
            expect(now?.answer ?? "", `seed ${seed}`).toContain(it.answer ?? "");
            expect(now?.evidence.length ?? 0).toBeGreaterThanOrEqual(it.evidence.length);
          }
          expect(lost(idsOf(record), idsOf(merged)), `seed ${seed}`).toEqual([]);
          const known = merged.evidence.map(({ description }) => description);
          expect(
            record.evidence.filter(({ description }) => description !== null && !known.includes(description)),
          ).toEqual([]);
          for (const unit of record.units) {
            const now = merged.units.find(({ id }) => id === unit.id);
            for (const part of ["feedback", "actions", "iqaComment"] as const) {
              expect(unit[part] === null || (now?.[part] ?? null) !== null, `seed ${seed}, ${part}`).toBe(true);
            }
          }
          // What was signed for a unit that has been opened since stands in the trail.
          const trail = merged.fields["unit-1..reopened"] ?? "";
          const toldOf = (name: string) => trail.includes((record.fields[name] ?? "").replace(/\s+/gu, " ").trim());
          const gone = lost(Object.keys(record.fields), Object.keys(merged.fields));
          expect(
            gone.filter((name) => !(isSigned(name, "unit-1") && toldOf(name))),
            `seed ${seed}`,
          ).toEqual([]);
        }
      }
    },
  );
});

function answer(record: LearnerRecord, key: string, words: string): LearnerRecord {
  return { ...record, criteria: record.criteria.map((one) => (one.key === key ? { ...one, answer: words } : one)) };
}

function withAssessment(
  record: LearnerRecord,
  key: string,
  change: Partial<CriterionRecord["assessment"]>,
): LearnerRecord {
  const criteria = record.criteria.map((one) =>
    one.key === key ? { ...one, assessment: { ...one.assessment, ...change } } : one,
  );
  return { ...record, criteria };
}

function judge(
  record: LearnerRecord,
  key: string,
  decision: "met" | "not-yet",
  feedback: string | null,
): LearnerRecord {
  return withAssessment(record, key, { decision, feedback, hash: saysOf(record, key)?.hash ?? null });
}
