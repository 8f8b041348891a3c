import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { readRecord } from "../../src/record/read-record.ts";
import { type Choose, chooser } from "../fuzz/random.ts";
import { pick, randomMap, randomRecord } from "./random-record.ts";
import { sampleRecord } from "./sample-map.ts";

interface Schema {
  readonly examples: readonly unknown[];
  readonly properties: Readonly<Record<string, { readonly examples: readonly unknown[] }>>;
}

const schema = JSON.parse(readFileSync("schemas/learner-record.schema.json", "utf8")) as Schema;
const byAjv = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const record = sampleRecord({ dough: { answer: "Mine", met: "00000001" } });
const written = JSON.stringify(record);
const withChange = (change: object) => JSON.stringify({ ...record, ...change });
const broken = (at: string, message: string) => ({ kind: "broken", at, message });

test("reads what is written, also behind a byte order mark", () => {
  expect(readRecord(written)).toEqual({ record, fault: null });
  expect(readRecord(`\uFEFF${written}\r\n`)).toEqual({ record, fault: null });
});

test.each([
  ["nothing", "", { kind: "not-json" }],
  ["half of it", written.slice(0, -20), { kind: "not-json" }],
  ["two byte order marks", `\uFEFF\uFEFF${written}`, { kind: "not-json" }],
  ["a web page", "<!doctype html>", { kind: "not-json" }],
  ["a text", '"qualspec-learner-record"', { kind: "not-a-record" }],
  ["null", "null", { kind: "not-a-record" }],
  ["a list of records", `[${written}]`, { kind: "not-a-record" }],
  ["another program's file", '{"format":"other","version":1}', { kind: "not-a-record" }],
  ["a format in its prototype only", '{"__proto__":{"format":"qualspec-learner-record"}}', { kind: "not-a-record" }],
  ["a later version, whatever else it says", '{"format":"qualspec-learner-record","version":2}', { kind: "newer" }],
  ["a version of another sort", withChange({ version: "1" }), broken("/version", "must be equal to constant")],
  ["a version that never was", withChange({ version: 0 }), broken("/version", "must be equal to constant")],
  ["a part too many", withChange({ more: 1 }), broken("", "must NOT have additional properties")],
  ["a part too few", withChange({ fields: undefined }), broken("", "must have required property 'fields'")],
  ["a tick that is no text", withChange({ fields: { "a.b": true } }), broken("/fields/a.b", "must be string")],
  [
    "a decision that is none",
    written.replace('"met"', '"nearly"'),
    broken("/criteria/0/assessment/decision", "must be equal to one of the allowed values"),
  ],
  [
    "a record of a learner that is broken",
    withChange({ records: [record, { ...record, saved: 1 }] }),
    broken("/records/1/saved", "must be string,null"),
  ],
])("refuses %s", (_, text, fault) => {
  expect(readRecord(text)).toEqual({ record: null, fault });
});

test("a name that programs use for themselves is a name like any other", () => {
  const own = withChange({ fields: {} }).replace('"fields":{}', '"fields":{"__proto__":"yes","constructor":"no"}');
  const read = readRecord(own).record;
  expect(Object.entries(read?.fields ?? {})).toEqual([
    ["__proto__", "yes"],
    ["constructor", "no"],
  ]);
  expect(JSON.stringify(read)).toBe(own);
  const beside = written.replace("{", '{"__proto__":{"records":1},');
  expect(readRecord(beside).fault).toEqual(broken("", "must NOT have additional properties"));
  const inside = withChange({ fields: {} }).replace('"fields":{}', '"fields":{"__proto__":{"a":"b"}}');
  expect(readRecord(inside).fault).toEqual(broken("/fields/__proto__", "must be string"));
  expect(({} as Readonly<Record<string, unknown>>)["records"]).toBeUndefined();
});

test("a plan holds records of learners", () => {
  expect(readRecord(withChange({ records: [record, record] })).fault).toBeNull();
});

test.each([20, 5000])("records %i deep in records are refused, not followed", (deep) => {
  const [open = "", close = ""] = withChange({ records: ["@"] }).split('"@"');
  const text = `${open.repeat(deep)}${written}${close.repeat(deep)}`;
  expect(readRecord(text).fault).toEqual(broken("/records", "must not hold records so deep in records"));
});

test("anything else that is deep is refused too", () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  expect(["not-json", "not-a-record"]).toContain(readRecord(deep).fault?.kind);
  const inside = withChange({ fields: { a: "@" } }).replace('"@"', deep);
  expect(["not-json", "broken"]).toContain(readRecord(inside).fault?.kind);
});

test("a very long answer is read whole", () => {
  const answer = "Long words. ".repeat(400_000);
  const long = sampleRecord({ dough: { answer } });
  expect(readRecord(JSON.stringify(long)).record?.criteria[0]?.answer).toBe(answer);
});

test("the examples of the schema are records, and each part's examples can stand in one", () => {
  expect(schema.examples.length).toBeGreaterThan(0);
  for (const example of schema.examples) expect(readRecord(JSON.stringify(example)).fault).toBeNull();
  const [first] = schema.examples;
  for (const [name, { examples }] of Object.entries(schema.properties)) {
    expect(examples.length, name).toBeGreaterThan(0);
    for (const one of examples) {
      expect(readRecord(JSON.stringify({ ...(first as object), [name]: one })).fault, name).toBeNull();
    }
  }
});

/** Values that are wrong in most places and right in some. */
const strange = [null, "", "met", "0b4f6c77d2aa", "3f2a9c01", "x", 0, 1, true, [], {}, ["a"], { a: "b" }] as const;

/** The data with one thing in it changed, left out or added, somewhere. */
function mutated(choose: Choose, data: unknown): unknown {
  const isInner = typeof data === "object" && data !== null && Object.keys(data).length > 0 && choose(5) > 0;
  if (!isInner) return pick(choose, strange);
  const entries = Object.entries(data);
  const at = choose(entries.length);
  const how = choose(6);
  const changed = entries.flatMap(([name, value], nth): readonly (readonly [string, unknown])[] => {
    if (nth !== at) return [[name, value]];
    if (how === 0) return [];
    return how === 1
      ? [
          [name, value],
          ["more", null],
        ]
      : [[name, mutated(choose, value)]];
  });
  return Array.isArray(data) ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

test("whoever holds a record against the schema comes to the same answer", () => {
  const answers = { yes: 0, no: 0 };
  for (let seed = 0; seed < 400; seed += 1) {
    const choose = chooser(seed);
    const whole = randomRecord(choose, randomMap(choose, pick(choose, ["learner-workbook", "assessor-checklist"])));
    expect(readRecord(JSON.stringify(whole)).fault, `seed ${seed}`).toBeNull();
    const data = mutated(choose, choose(4) === 0 ? { ...whole, records: [whole] } : whole);
    const isRead = readRecord(JSON.stringify(data)).fault === null;
    expect([seed, isRead]).toEqual([seed, byAjv(data)]);
    answers[isRead ? "yes" : "no"] += 1;
  }
  expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(30);
});
