import { expect, test } from "vitest";
import { checkFolder, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** Titles in the word orders that the Register shows, and what the rules on titles find in them: the rule, and the words. */
const titles: readonly (readonly [title: string, level: number | string, found?: string, more?: string])[] = [
  ["EXA Level 3 Diploma in Adult Care (England)", 3],
  ["EXA Level 2 Adult Social Care Certificate", 2],
  ["Example Awards Entry Level Certificate in Progression (Entry 3)", "entry-3"],
  ["EXA Level 3 Award in Outdoor First Aid (RQF)", 3],
  ["EXA Level 3 Technical Occupational Entry in Baking (Diploma)", 3],
  ["EXA Functional Skills Qualification in English at Level 2", 2, "", "type: Functional Skills\n"],
  [
    "EXA Qualification in English at Level 2",
    2,
    "title-names-type EXA Qualification in English at Level 2",
    "type: Functional Skills\n",
  ],

  // Words that speak of a step up, and the same words as content
  ["EXA Level 3 National Extended Certificate in Business", 3, "title-progression Extended"],
  ["EXA Entry Level Extended Award in Skills for Life (Entry 2)", "entry-2", "title-progression Extended"],
  ["EXA Level 4 Higher NVQ Diploma in Baking", 4, "title-nvq NVQ|title-progression Higher"],
  ["EXA Level 3 Advanced Diploma in Baking", 3, "title-progression Advanced"],
  ["EXA Advanced Level 3 Award in Baking", 3, "title-progression Advanced"],
  ["EXA Level 3 Extended Diploma in Advanced Baking", 3, "", "progressionFrom: EXA Level 3 Diploma in Baking\n"],
  ["EXA Level 4 Certificate for Higher Level Teaching Assistants", 4],
  ["EXA Level 4 Higher Level Teaching Assistant Certificate", 4],
  ["EXA Level 5 Award in Advanced Practice in Baking", 5],
  ["EXA Level 3 Certificate in Advanced Community Horticulture", 3, "title-progression Advanced"],
  ["EXA Level 3 Certificate in Higher Community Horticulture", 3, "title-progression Higher"],
  ["EXA Level 3 Community Horticulture Diploma (Advanced)", 3, "title-progression Advanced"],
  ["EXA Level 3 Certificate in Community Horticulture (Extended) (RQF)", 3, "title-progression Extended"],
  ["EXA Level 3 Certificate in Community Horticulture (Extended)", 3, "", "progressionFrom: EXA Level 2 Award\n"],
  ["EXA Level 4 Certificate in Higher Level Teaching Assistance", 4],
  ["EXA Level 4 Certificate in Higher Education Support", 4],
  ["EXA Level 3 Certificate in Welding (Advanced Techniques)", 3],
  ["EXA Level 3 Certificate in Baking for Advanced Diets", 3],
  ["EXA Level 3 Award in Leading Extended Services", 3],

  // Words that no title should have, and the same letters in other words
  ["EXA Level 7 Postgraduate Diploma in Baking", 7, "title-words Postgraduate"],
  ["EXA Level 6 Honours Diploma in Baking", 6, "title-words Honours"],
  ["EXA Level 7 Master's Diploma in Baking", 7, "title-words Master's"],
  ["EXA Level 2 Award in Baking (QCF)", 2, "title-words QCF"],
  ["EXA Level 2 Award in Baking (NQF)", 2, "title-words NQF"],
  ["EXA Level 4 Undergraduate Certificate in Baking", 4, "title-words Undergraduate"],
  ["EXA Level 2 Premier Award in Baking", 2, "title-words Premier"],
  ["EXA Level 2 Award in Premier League Coaching", 2],
  ["EXA Level 2 Award in World-Class Baking", 2, "title-words World-Class"],
  ["EXA Level 2 Award in the Best of Baking", 2, "title-words Best"],
  ["EXA Level 4 Award in Supporting Undergraduates", 4],
  ["EXA Level 3 Award in Best Practice in Baking", 3],
  ["EXA Level 3 Award for Best Interests Assessors", 3],
  ["Best Graduate Academy Level 3 Award in Baking", 3, "", "awardingOrganisation: { name: Best Graduate Academy }\n"],

  // What a title is about
  ["EXA Level 3 Certificate (Baking)", 3, "title-names-content EXA Level 3 Certificate (Baking)"],
  ["EXA Entry Level Award (Entry 1)", "entry-1", "title-names-content EXA Entry Level Award (Entry 1)"],
  ["EXA Level 3 NVQ Diploma", 3, "title-names-content EXA Level 3 NVQ Diploma|title-nvq NVQ"],
  ["EXA Levels 2 and 3 Award", 3, "title-names-content EXA Levels 2 and 3 Award|title-names-level Levels 2 and 3"],
];

test.each(titles.map((row) => [row[0], row] as const))("%s", async (_, [title, level, found = "", more = ""]) => {
  const folder = emptyFolder();
  const organisation = more.includes("awardingOrganisation")
    ? ""
    : "awardingOrganisation: { name: Example Awards, acronym: EXA }\n";
  writeInto(folder, {
    "q.yaml": `kind: qualification\nid: q\ntitle: ${title}\nlevel: ${level}\n${organisation}${more}`,
  });
  const { findings } = await checkFolder(folder);
  const met = findings
    .filter(({ rule }) => rule.startsWith("title-"))
    .map(({ rule, place }) => `${rule} ${place.file.text.slice(place.start, place.end)}`);
  expect(met.sort().join("|")).toBe(found);
});

test.each([
  ['title: "EXA Level 3 Extended Certificate in Baking"', "Extended"],
  ["title: 'EXA Level 3 Extended Certificate in Extended Baking'", "Extended"],
  ["title: >-\n  EXA Level 3 Extended Certificate\n  in Baking", ">-"],
])("%s: the place", async (line, words) => {
  const folder = emptyFolder();
  writeInto(folder, {
    "q.yaml": `kind: qualification\nid: q\n${line}\nlevel: 3\nawardingOrganisation: { name: Example Awards, acronym: EXA }\n`,
  });
  const { findings } = await checkFolder(folder);
  const found = findings.find(({ rule }) => rule === "title-progression");
  expect(found?.place.file.text.slice(found.place.start, found.place.end)).toBe(words);
});
