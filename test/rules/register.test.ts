import { expect, test } from "vitest";
import { titleDifference } from "../../src/rules/register/title-difference.ts";
import { checkFolder, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** What the rules about the Register find where the specification has these lines, and its row these cells. */
async function compared(lines: string, cells: Readonly<Record<string, string>>) {
  const folder = emptyFolder();
  const row = { "Qualification Number": "999/0000/2", "Qualification Title": "Baking", ...cells };
  const quoted = (items: readonly string[]) => items.map((item) => `"${item.replaceAll('"', '""')}"`).join();
  writeInto(folder, {
    "q.yaml": `kind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nregulators: none\n${lines}\n`,
    "register.csv": `\ufeff${quoted(Object.keys(row))}\r\n${quoted(Object.values(row))}\r\n`,
  });
  const { findings } = await checkFolder(folder, ["."], { register: "register.csv" });
  return findings
    .filter(({ rule }) => rule.startsWith("register-"))
    .map(({ rule, place, related }) => {
      const [other] = related.map((one) => one.place.file.text.slice(one.place.start, one.place.end));
      return [rule, place.file.text.slice(place.start, place.end), other];
    });
}

const sub = "Qualification Sub Level";
test.each([
  ["level: 3", { "Qualification Level": "Level 3" }],
  ["level: 3", { "Qualification Level": "level  3", [sub]: "None" }],
  ["levels: [1, 2]", { "Qualification Level": "Level 1/Level 2" }],
  ["levels: [1, 2]", { "Qualification Level": "Level 1/2" }],
  ["level: entry-3", { "Qualification Level": "Entry Level", [sub]: "Entry Level 3" }],
  ["level: entry-3", { "Qualification Level": "Entry Level 3" }],
  ["level: entry-2", { "Qualification Level": "Entry Level" }],
  ["levels: [entry-1, entry-2]", { "Qualification Level": "Entry Level", [sub]: "Entry Level 1,2" }],
  ["guidedLearningHours: 372", { "Guided Learning Hours": "372" }],
  ["totalQualificationTime: 1200", { "Total Qualification Time": "1,200" }],
  ["credit: 12", { "Total Credits": "12.0" }],
  ["credit: none", { "Total Credits": "" }],
  ["credit: none", { "Total Credits": "Not applicable" }],
  ["credit: none", { "Total Credits": "0" }],
  ["type: Vocationally-Related Qualification", { "Qualification Type": "Vocationally-related qualification" }],
  ['sector: "1.3"', { "Qualification SSA": "01.3 Health and social care" }],
  ['sector: "01.3"', { "Qualification SSA": "1.3 Health and Social Care" }],
  ['sector: "1.3"', { "Qualification SSA": "Health and social care" }],
  ["grading: { type: pass-fail }", { "Overall Grading Type": "Pass/Fail", "Grading Scale": "" }],
  ["grading: { type: graded, scale: [B, A, A*] }", { "Overall Grading Type": "Graded", "Grading Scale": "A*/A/B" }],
  [
    "assessment: { methods: [Portfolio of Evidence, Practical Demonstration/Assignment] }",
    { "Assessment Methods": "Practical Demonstration/Assignment, Portfolio of Evidence" },
  ],
  ["awardingOrganisation: { name: Bread & Co }", { "Owner Organisation Name": "Bread and Co" }],
  [
    "awardingOrganisation: { name: A, acronym: none }",
    { "Owner Organisation Name": "A", "Owner Organisation Acronym": "" },
  ],
  ["awardingOrganisation: { recognitionNumber: RN5000 }", { "Owner Organisation Recognition Number": "5000" }],
  ["dates: { operationalEnd: 2029-08-31 }", { "Operational End Date": "31/08/2029" }],
  ["dates: { operationalStart: 2026-09-01 }", { "Operational Start Date": "01/09/2026" }],
  ["dates: { review: 2029-08-31 }", { "Review Date": "2029-08-31T00:00:00" }],
  // What the specification leaves out is reported by other rules, or by none.
  ["level: 3", { "Qualification SSA": "1.3", "Total Credits": "12", "Operational End Date": "2029-08-31" }],
])("%s agrees with %o", async (lines, cells) => {
  expect(await compared(lines, cells)).toEqual([]);
});

test.each([
  ["register-figures", "level: «3»", "Qualification Level", "Level 2"],
  ["register-figures", "level: «3»", "Qualification Level", "Level 1/Level 3"],
  ["register-figures", "level: «3»", "Qualification Level", "Entry Level 3"],
  ["register-figures", "level: «entry-3»", "Qualification Level", "Level 3"],
  ["register-figures", "level: «entry-3»", "Qualification Level", "Entry Level 2"],
  ["register-figures", "levels: «[2, 3]»", "Qualification Level", "Level 3"],
  ["register-figures", "guidedLearningHours: «372»", "Guided Learning Hours", "327"],
  ["register-figures", "guidedLearningHours: «372»", "Guided Learning Hours", ""],
  ["register-figures", "totalQualificationTime: «1200»", "Total Qualification Time", "1,201"],
  ["register-figures", "credit: «12»", "Total Credits", "Twelve"],
  ["register-figures", "credit: «none»", "Total Credits", "12"],
  [
    "register-facts",
    "type: «Vocationally-Related Qualification»",
    "Qualification Type",
    "Other Vocational Qualification",
  ],
  ["register-facts", 'sector: «"1.3"»', "Qualification SSA", "13.1 Teaching and lecturing"],
  ["register-facts", 'sector: «"1.3"»', "Qualification SSA", ""],
  ["register-facts", "grading: { type: «pass-fail» }", "Overall Grading Type", "Graded"],
  ["register-facts", "grading: { type: graded, scale: «[B, A]» }", "Grading Scale", "A*/A/B"],
  ["register-facts", "assessment: { methods: «[Coursework]» }", "Assessment Methods", "Coursework, E-assessment"],
  ["register-facts", "assessment: { methods: «[Coursework, E-assessment]» }", "Assessment Methods", "Coursework"],
  ["register-facts", "awardingOrganisation: { name: «Baking» }", "Owner Organisation Name", "Baking Ltd"],
  ["register-facts", "awardingOrganisation: { acronym: «none» }", "Owner Organisation Acronym", "BAK"],
  [
    "register-facts",
    "awardingOrganisation: { recognitionNumber: «RN5000» }",
    "Owner Organisation Recognition Number",
    "RN5001",
  ],
  ["register-dates", "dates: { regulationStart: «2026-09-01» }", "Regulation Start Date", "2026-09-02"],
  ["register-dates", "dates: { operationalStart: «2026-09-01» }", "Operational Start Date", "2026/08/31 00:00:00"],
  ["register-dates", "dates: { operationalEnd: «2029-08-31» }", "Operational End Date", ""],
  ["register-dates", "dates: { certificationEnd: «2031-08-31» }", "Certification End Date", "30/08/2031"],
  ["register-dates", "dates: { review: «2029-08-31» }", "Review Date", "08/30/2029"],
])("%s: %s is not the %s %s", async (rule, marked, column, cell) => {
  const [, meant] = /«(.*)»/u.exec(marked) ?? [];
  const found = await compared(marked.replace(/[«»]/gu, ""), { [column]: cell });
  expect(found).toEqual([[rule, meant, `"${cell}"`]]);
});

test.each([
  ["Award in Baking", "Award in Baking", null],
  ["Caf\u00e9", "Cafe\u0301", null],
  ["Award «in» Baking", "Award for Baking", "Unexpected `in` in the title, expected `for` as in the Register"],
  [
    "Award in Baking «(Bread)»",
    "Award in Baking",
    "Unexpected `(Bread)` in the title, expected the title without it as in the Register",
  ],
  [
    "Award in Baking",
    "Award in Baking Bread",
    "Missing `Bread` in the title, expected after `Baking` as in the Register",
  ],
  [
    "Award in Baking",
    "EXA Award in Baking",
    "Missing `EXA` in the title, expected at the beginning as in the Register",
  ],
  [
    "Bread «Bread» Bread",
    "Bread Bread",
    "Unexpected `Bread` in the title, expected the title without it as in the Register",
  ],
  ["Award in«  »Baking", "Award in Baking", "Unexpected two spaces in the title, expected a space as in the Register"],
  [
    "Award in«\u00a0»Baking",
    "Award in Baking",
    "Unexpected non-breaking space in the title, expected a space as in the Register",
  ],
  [
    "Baker«'»s",
    "Baker’s",
    "Unexpected straight apostrophe in the title, expected a curly apostrophe as in the Register",
  ],
  ["Baking «-» Bread", "Baking – Bread", "Unexpected hyphen in the title, expected an en dash as in the Register"],
  [
    "Award in «Bak\u200bing»",
    "Award in Baking",
    "Unexpected `Baking` with an invisible character (U+200B) in the title, expected `Baking` as in the Register",
  ],
  ["Cafe\u0301«  »Award", "Caf\u00e9 Award", "Unexpected two spaces in the title, expected a space as in the Register"],
  ["Award in «baking»", "Award in Baking", "Unexpected `baking` in the title, expected `Baking` as in the Register"],
  [
    "A«  Baker'»s",
    "A Baker’s",
    "Unexpected two spaces and straight apostrophe in the title, expected a space and a curly apostrophe as in the Register",
  ],
])("the title %s beside %s", (marked, registered, words) => {
  const written = marked.replace(/[«»]/gu, "");
  const found = titleDifference(written, registered);
  expect(found?.words ?? null).toBe(words);
  if (found !== null && marked !== written)
    expect(written.slice(found.start, found.end)).toBe(/«(.*)»/u.exec(marked)?.[1]);
});

test("a second row of the number is told, and the first is compared", async () => {
  const folder = emptyFolder();
  writeInto(folder, {
    "q.yaml": "kind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nregulators: none\nlevel: 2\n",
    "register.csv": "Qualification Number,Qualification Title\n999/0000/2,Baking\n999/0000/2,Cooking\n",
  });
  const { findings } = await checkFolder(folder, ["."], { register: "register.csv" });
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["register-row warning"]);
  expect(findings[0]?.message).toContain("2 rows");
});

test("a number that is wrong in itself is reported once, and one that is none never", async () => {
  const folder = emptyFolder();
  const lines = "kind: qualification\ntitle: Baking Level 2 Baking\nlevel: 2\nawardingOrganisation: { name: Baking }";
  writeInto(folder, {
    "a.yaml": `${lines}\nid: a\nnumber: 999/0000/3\n`,
    "b.yaml": `${lines}\nid: b\nnumber: none\n`,
    "c.yaml": `${lines}\nid: c\nnumber: 999/0000/2\n`,
    "register.csv": "Qualification Number,Qualification Title\n",
  });
  const { findings } = await checkFolder(folder, ["."], { register: "register.csv" });
  const about = findings.filter(({ rule }) => /^(?:register-row|qualification-number)/u.test(rule));
  expect(about.map(({ rule, place }) => `${place.file.path} ${rule}`)).toEqual([
    "a.yaml qualification-number-check",
    "c.yaml register-row",
  ]);
});

test("the workspace file sets their severity", async () => {
  const folder = emptyFolder();
  writeInto(folder, {
    "qualspec.yaml": "rules: { register-title: off, register-figures: advice }\n",
    "q.yaml": "kind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nregulators: none\nlevel: 2\n",
    "register.csv": "Qualification Number,Qualification Title,Qualification Level\n999/0000/2,Cooking,Level 3\n",
  });
  const { findings } = await checkFolder(folder, ["."], { register: "register.csv" });
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["register-figures advice"]);
});
