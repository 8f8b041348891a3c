import { describe, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { markdown } from "../../src/formats/markdown.ts";
import { wordsFor } from "../../src/words/words.ts";
import { qualification, unit } from "../build/specs.ts";
import { readQualification } from "./read-qualification.ts";

const full = `awardingOrganisation: { name: Example Awards, recognitionNumber: RN0001 }
type: Vocationally-Related Qualification
sector: "1.3"
objective: { kinds: [support-a-role, personal-growth], statement: For people who bake. }
entry: { qualifications: none, knowledge: none, minimumAge: 16, other: An oven. }
requirementsBeforeAward: none
progression: Pastry.
standards: [Standard one, Standard two]
barringCode: ABCD
dates: { review: 2029-08-31, certificationEnd: 2031-08-31 }
grading: { type: graded, scale: [Pass, Merit], rule: The lowest grade counts. }
assessment:
  methods: [Portfolio of Evidence]
  languages: [en, cy]
  specimenMaterials: none
  people: { assessor: Bakes., internalQualityAssurer: Tastes., countersigning: none }
policies: { fees: https://example.org/fees, appeals: https://example.org/appeals }
contact: { email: bread@example.org, telephone: 01234 567890 }
changes:
  - { version: "1.1", date: 2026-05-01, summary: A new *unit*. }
  - { version: "1.0", date: 2026-04-01, summary: First issue. }
`;
const glossary = "minimumAge: 18\nglossary:\n  - { term: Proving, meaning: Rising. }\n";

async function made(id: string, more: string, units: Readonly<Record<string, string>> = { a: unit("a", glossary) }) {
  const files = Object.fromEntries(Object.entries(units).map(([name, text]) => [`${name}.yaml`, text]));
  const found = await readQualification({ "q.yaml": qualification(Object.keys(units).join(), more), ...files });
  const document = documents.find((one) => one.id === id);
  if (document === undefined) throw new Error(`no document ${id}`);
  const subject = { qualification: found, units: found.units, isPart: false, review: null };
  return new TextDecoder().decode(await markdown.encode(makePage(document, subject, wordsFor({}))));
}

const handbook = (more: string, units?: Readonly<Record<string, string>>) =>
  made("qualification-specification", more, units);

describe("a qualification specification", () => {
  test("has its parts in the order that centres expect", async () => {
    const headings = [...(await handbook(full)).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "Contents",
      "About this qualification",
      "Structure",
      "Assessment",
      "Unit 1: Unit a",
      "Policies and support",
      "Changes",
      "Abbreviations and terms",
    ]);
  });

  test.each([
    "For people who bake.",
    "- Support of a role at work\n- Personal growth and engagement in learning",
    "Learners must be at least 16 years old.",
    "An oven.",
    "Nothing beyond the units that the structure asks for.",
    "Standard two",
    "| Recognition number | RN0001 |",
    "| Barring code (not with another qualification that has it) | ABCD |",
    "| Minimum age | 18 |",
    "| Last certificates | 31 August 2031 |",
    "The unit in “Group M” must be achieved.",
    "Graded: Pass, Merit",
    "The lowest grade counts.",
    "- English\n- Welsh",
    "There are no specimen assessment materials for this qualification.",
    "#### Internal quality assurer\n\nTastes.",
    "| 1.1 | State A | Knowledge · By questioning |",
    "- [Appeals](<https://example.org/appeals>)\n- [Fees](<https://example.org/fees>)",
    "- Email: [bread@example.org](<mailto:bread@example.org>)\n- Telephone: 01234 567890",
    "| 1.1 | 1 May 2026 | A new *unit*. |\n| 1.0 | 1 April 2026 | First issue. |",
    "**GLH: Guided learning hours:**",
    "- Proving: Unit a",
  ])("says %j", async (text) => {
    expect((await handbook(full)).replace(/\\(?=\W)/gu, "")).toContain(text);
  });

  test.each([
    ["simulation: forbidden", "Simulation is not allowed for any part of this qualification."],
    ["simulation: allowed", "Simulation is allowed wherever evidence of performance is needed."],
    ["", "Whether simulation is allowed stands beside each assessment criterion to which a rule applies."],
  ])("with %j says %j", async (rule, sentence) => {
    const a = unit("a", `assessment: { methods: [questioning]${rule === "" ? "" : `, ${rule}`} }\n`);
    expect(await handbook("", { a })).toContain(sentence);
  });

  test("of a specification that says little leaves out what it cannot say", async () => {
    const text = await handbook("");
    expect(text).not.toMatch(/Policies and support|Progression|Specimen|Who may assess|undefined|null/u);
    expect(text).toContain("No qualifications or experience are asked for before the start.");
  });

  test("is read by anybody: guidance stands in the unit guide only", async () => {
    const a = unit("a").replace("key: state-a }", "key: state-a, guidance: Look for B., task: Write it. }");
    expect(await handbook("", { a })).not.toMatch(/Look for B|Write it/u);
    const guide = await made("unit-guide", "", { a });
    expect(guide).toMatch(
      /What the learner is asked to do:\*\*\s+Write it\.[\s\S]*What to look for:\*\*\s+Look for B\./u,
    );
  });
});

test("a summary of achievement asks for the grade where there are grades", async () => {
  const graded = await made("summary-of-achievement", "grading: { type: graded, scale: [Pass, Merit] }\n");
  expect(graded).toContain("**Grade:** ☐ Pass ☐ Merit");
  expect(await made("summary-of-achievement", "")).not.toContain("Grade");
});

test("an evidence matrix has a row for each criterion, with three things to write", async () => {
  const text = await made("evidence-matrix", "", { a: unit("a"), b: unit("b") });
  expect(text.match(/^\| 1\.1 \| State A \|/gmu)?.length).toBe(2);
  expect(text).toContain("| No. | Assessment criterion | Evidence reference | Method | Page, file or time |");
});
