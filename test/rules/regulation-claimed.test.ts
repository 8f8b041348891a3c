import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

/** What is found in a qualification with these keys. */
function claimsIn(keys: string, title = "Q"): Promise<readonly string[]> {
  return textsOf("regulation-claimed", { "q.yaml": `kind: qualification\nid: q\ntitle: ${title}\n${keys}` });
}

test.each<[notice: string, claim: string]>([
  ["This qualification is regulated by Ofqual.", "regulated by Ofqual"],
  ["This qualification is now regulated.", "regulated"],
  ["Our diploma is Ofqual accredited and open to all.", "Ofqual accredited"],
  ["Learn to bake. It is a nationally recognised qualification.", "nationally recognised"],
  ["This is an Ofqual-regulated award.", "Ofqual-regulated"],
  ["This course is approved by the government.", "approved by the government"],
  ["This award is listed on the Register.", "on the Register"],
  ["Certificates carry the Ofqual logo.", "Ofqual logo"],
  ["This is not easy. This award is fully accredited.", "fully accredited"],
])("%s", async (notice, claim) => {
  expect(await claimsIn(`notice: ${notice}\n`)).toEqual([claim]);
  expect(await claimsIn(`notice: ${notice}\nnumber: none\nregulators: none\n`)).toEqual([claim]);
  expect(await claimsIn(`progression: ${notice}\nlanguage: cy\n`)).toEqual([]);
  expect(await claimsIn(`notice: ${notice}\nnumber: 610/0088/7\n`)).toEqual([]);
});

test.each([
  "This qualification is not regulated.",
  "This is not a regulated qualification, and this award is not accredited by Ofqual.",
  "Until this qualification is regulated by Ofqual, nobody can register.",
  "Papers never carry the Ofqual logo.",
  "Explains the profession and how it is regulated.",
  "This qualification is for people in regulated trades, and holders of accredited certificates.",
  "Learners can go on to regulated qualifications and to nationally recognised awards.",
  "This qualification is recognised by three bakeries.",
  "This award is about regulated activities.",
])("no claim: %s", async (notice) => {
  expect(
    await claimsIn(`notice: ${notice}\nobjective: { kinds: [support-a-role], statement: ${JSON.stringify(notice)} }\n`),
  ).toEqual([]);
});

test.each<[title: string, found: readonly string[]]>([
  ["EXA Level 2 Award in Baking (Ofqual Regulated)", ["Ofqual"]],
  ["EXA Nationally Recognised Award in Baking", ["Nationally Recognised"]],
  ["EXA Level 2 Accredited Award in Baking", ["Accredited"]],
  ["EXA Level 2 Award in Baking (Accredited)", ["Accredited"]],
  ["EXA Level 2 Award in Regulated Activities", []],
  ["Regulated Awards Level 2 Award in Baking", []],
])("the title %s", async (title, found) => {
  expect(await claimsIn("awardingOrganisation: { name: Regulated Awards }\n", title)).toEqual(found);
});
