import { describe, expect, test } from "vitest";
import type { Subject } from "../../src/documents/define-document.ts";
import { forms } from "../../src/documents/forms/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { isElement, readField } from "../../src/page/page.ts";
import { elementsOf } from "../../src/page/parse-page.ts";
import { type Words, wordKeys, wordsFor } from "../../src/words/words.ts";
import { qualification, unit } from "../build/specs.ts";
import { readQualification } from "./read-qualification.ts";

const policies = "policies: { reasonableAdjustments: https://example.org/adjustments }\n";
const files = { "q.yaml": qualification("a, b", policies), "a.yaml": unit("a"), "b.yaml": unit("b") };

async function read(): Promise<Subject> {
  const found = await readQualification(files);
  return { qualification: found, units: found.units, isPart: false, review: null };
}

const named = (id: string) => {
  const found = forms.find((form) => form.id === id);
  if (found === undefined) throw new Error(`no form ${id}`);
  return found;
};
const elements = (id: string, about: Subject, words: Words = wordsFor({})) =>
  elementsOf(makePage(named(id), about, words).content);
const fieldsOf = (id: string, about: Subject) =>
  elements(id, about).flatMap((one) => (isElement(one, "field") ? [readField(one)] : []));

test("every phrase of forms is used by one", async () => {
  const subject = await read();
  const plain = wordsFor({});
  const used = new Set<string>();
  const record: Words = (key, values) => {
    used.add(key);
    return plain(key, values);
  };
  for (const form of forms) makePage(form, subject, record);
  expect(wordKeys.filter((key) => key.startsWith("form.") && !used.has(key))).toEqual([]);
});

describe("the fields of a form", () => {
  test.each(forms)("of $id have names of ids and keys, and none is another's", async ({ id }) => {
    const subject = await read();
    const names = fieldsOf(id, subject).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9-]*(?:\.\.?[a-z0-9-]+)+$/u.test(name))).toEqual([]);
    expect(names.filter((name) => name.length > 64)).toEqual([]);
  });

  test.each(forms)("of $id say what to write, and are signed", async ({ id }) => {
    const subject = await read();
    expect(fieldsOf(id, subject).filter(({ label }) => /undefined|\{|\}/u.test(label))).toEqual([]);
    expect(fieldsOf(id, subject).filter(({ name }) => name.endsWith("-signature")).length).toBeGreaterThan(0);
  });

  test("keep their names when the units change places", async () => {
    const subject = await read();
    const turned = { ...subject, units: [...subject.units].reverse() };
    const names = (about: Subject) => fieldsOf("observation-record", about).map(({ name }) => name);
    expect(names(turned).toSorted()).toEqual(names(subject).toSorted());
    expect(names(subject)).toContain("a..criteria.criteria");
  });

  test("are those of one unit in a paper for one", async () => {
    const subject = await read();
    const part = { ...subject, units: subject.units.slice(0, 1), isPart: true };
    const names = fieldsOf("witness-testimony", part).map(({ name }) => name);
    expect(names).toContain("a..criteria.criteria");
    expect(names).not.toContain("b..criteria.criteria");
  });
});

test("an observation record is a decision, or evidence only", async () => {
  const subject = await read();
  const result = fieldsOf("observation-record", subject).find(({ name }) => name === "outcome.result");
  expect(result?.options.length).toBe(3);
  expect(result?.options[2]).toMatch(/^Evidence only/u);
});

test("a sampling plan has room for the risk, the reason and what is left out", async () => {
  const subject = await read();
  const names = fieldsOf("iqa-sampling-plan", subject).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["assessors.1.risk", "assessors.1.reasons", "a..units.planned", "left-out.not-sampled"]),
  );
});

test("a record of adjustments leads to the policy, where there is one", async () => {
  const subject = await read();
  const links = (about: Subject) =>
    elements("reasonable-adjustment-record", about).filter((one) => isElement(one, "a")).length;
  expect(links(subject)).toBe(1);
  expect(links({ ...subject, qualification: null })).toBe(0);
});
