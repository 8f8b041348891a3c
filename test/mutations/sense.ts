import { award, certificate, horticulture, type Mutation, mutation, role, safety } from "./mutation.ts";

const unitFile = (id: string) =>
  `kind: unit\nid: ${id}\ntitle: Another\nreference: none\nlevel: 2\ncredit: 2\nguidedLearningHours: 16\ntotalUnitTime: 20\naim: Learners find out.\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n`;
const framework = "kind: framework\nid: pathway\ntitle: Pathway\nnodes: [{ id: data-1 }, { id: data-2 }]\n";
const title = "title: Example Awards Level 2 Adult Social Care Certificate";
const allUnits = "units: [hort-safety, hort-soil, hort-planting]";

/** What files say: every rule of the packs, and files together. */
export const senseMutations: readonly Mutation[] = [
  // Files and ids
  mutation(
    "a file with another id than its name",
    certificate,
    "id: l2-adult-social-care-cert",
    "id: «l2-social-care»",
    "file-named-by-id",
  ),
  mutation("a unit with another id than its file's name", role, "id: asc01", "id: «asc1»", "file-named-by-id"),
  mutation("two files with one id", role, "owner: none", "owner: none", "file-named-by-id id-unique", {
    files: { "units/copy.yaml": unitFile("««asc01»»") },
  }),
  mutation("a copy of a unit in another folder", role, "owner: none", "owner: No one", "id-unique", {
    files: { "units/old/asc01.yaml": unitFile("«asc01»") },
  }),

  // References to units
  mutation("an id of no unit", certificate, "- asc07\n", "- «asc77»\n", "unit-exists", {
    says: "did you mean `asc07`?",
  }),
  mutation(
    "an id of no unit, in brackets",
    horticulture,
    allUnits,
    "units: [hort-safety, hort-soil, «hort-plantin»]",
    "unit-exists",
  ),
  mutation(
    "an id of a qualification for a unit",
    certificate,
    "- asc07\n",
    "- «l3-community-horticulture»\n",
    "unit-exists",
  ),
  mutation("a unit that stands in another qualification's file", certificate, "- asc07\n", "- «dl1»\n", "unit-exists"),
  mutation(
    "a bar on no unit",
    horticulture,
    "[[hort-propagate, hort-nursery]]",
    "[[hort-propagate, «hort-nurser»]]",
    "unit-exists",
  ),
  mutation(
    "a prerequisite of no unit",
    horticulture,
    "{ hort-project: [hort-volunteers] }",
    "{ «hort-projet»: [hort-volunteers] }",
    "unit-exists",
    { says: "did you mean `hort-project`?" },
  ),
  mutation(
    "a prerequisite that is no unit",
    horticulture,
    "{ hort-project: [hort-volunteers] }",
    "{ hort-project: [«hort-volunteer»] }",
    "unit-exists",
  ),
  mutation(
    "a prerequisite of a number",
    horticulture,
    "{ hort-project: [hort-volunteers] }",
    "{ «101»: [hort-volunteers] }",
    "unit-exists",
  ),
  mutation(
    "a constraint on no unit",
    horticulture,
    "- { credit: { min: 22 } }",
    "- { credit: { min: 22 } }\n    - { units: { min: 1 }, from: [hort-food, «hort-foot»] }",
    "unit-exists",
  ),
  mutation(
    "a statement of no unit",
    award,
    'consent and mental capacity.", unit: dl1 }',
    'consent and mental capacity.", unit: «dl9» }',
    "unit-exists",
  ),
  mutation(
    "a bar on a unit that no group offers",
    horticulture,
    "[[hort-propagate, hort-nursery]]",
    "[[hort-propagate, hort-nursery], [hort-food, «asc01»]]",
    "unit-in-group",
  ),
  mutation(
    "a statement of a unit that no group offers",
    award,
    'consent and mental capacity.", unit: dl1 }',
    'consent and mental capacity.", unit: «asc01» }',
    "unit-in-group",
  ),
  mutation(
    "a unit of the file that was taken out of its group",
    award,
    "require: all, units: [dl1, dl2, dl3]",
    "require: all, units: [dl1, dl2]",
    "unit-in-group",
    { at: '{ statement: "I can explain why colleagues welcome or resist digital change.", unit: «dl3» }' },
  ),
  mutation(
    "a unit of the file that nothing names",
    award,
    "units:\n  - id: dl1\n",
    "units:\n  - { id: «dl0», title: T, reference: none, level: 5, credit: none, guidedLearningHours: none, aim: A, learningOutcomes: [{ outcome: Know A, assessmentCriteria: [State A] }] }\n  - id: dl1\n",
    "unit-used",
  ),
  mutation(
    "a bar between mandatory units",
    horticulture,
    "[[hort-propagate, hort-nursery]]",
    "[[hort-soil, «hort-safety»]]",
    "barred-units",
    { related: "units: [«hort-safety», hort-soil" },
  ),

  // A unit that is broken has its own finding, and whoever uses it none
  mutation("a broken unit: not YAML", "units/asc02.yaml", "level: 2", "level: «@2»", "yaml-syntax"),
  mutation("a broken unit: a wrong value", "units/asc02.yaml", "level: 2", "level: «9»", "out-of-range"),
  mutation("a broken unit: no id", "units/asc02.yaml", "id: asc02\n", "", "missing-key", { at: "«kind»: unit" }),
  mutation("a broken unit: no kind", "units/asc02.yaml", "kind: unit\nid", "«id»", "missing-kind"),
  mutation("a broken unit: empty", "units/asc02.yaml", null, "«»", "empty-file"),
  mutation("a broken unit: a list", "units/asc02.yaml", null, "«- one»\n- two\n", "wrong-type"),
  mutation(
    "a broken unit: a file of another program",
    "units/asc02.yaml",
    null,
    "«services»:\n  web: {}\n",
    "missing-kind",
  ),
  mutation("a broken unit in the qualification's file", award, "id: dl2\n", "id: «DL2»\n", "wrong-form"),

  // Groups and rules of combination
  mutation(
    "a group of no name",
    horticulture,
    "- { credit: { min: 22 } }",
    "- { credit: { min: 22 }, groups: [M, «X»] }",
    "group-exists",
  ),
  mutation("two groups of one name", horticulture, "- id: C\n", "- id: «B»\n", "group-exists", {
    related: "- id: «B»\n      title: Optional practical units",
  }),
  mutation(
    "a constraint for no pathway",
    horticulture,
    "- { credit: { min: 22 } }",
    "- { credit: { min: 22 }, pathway: «trees» }",
    "group-exists",
  ),
  mutation(
    "a pathway of no group",
    horticulture,
    "barred:",
    "pathways: [{ id: all, groups: [M, B, C, «D»] }]\n  barred:",
    "group-exists",
  ),
  mutation(
    "two pathways of one name",
    horticulture,
    "barred:",
    "pathways: [{ id: all, groups: [M, B, C] }, { id: «all», groups: [M, B, C] }]\n  barred:",
    "group-exists",
  ),
  mutation(
    "more units than a group offers",
    horticulture,
    "{ units: { min: 1, max: 2 } }",
    "{ units: { min: «4» } }",
    "group-bounds",
    { related: "units: «[hort-welcome, hort-volunteers, hort-project]»" },
  ),
  mutation(
    "more credit than a group offers",
    horticulture,
    "{ credit: { min: 6 } }",
    "{ credit: { min: «60» } }",
    "group-bounds",
  ),
  mutation(
    "a minimum above its maximum",
    horticulture,
    "{ units: { min: 1, max: 2 } }",
    "{ units: { min: «3», max: 2 } }",
    "group-bounds",
    { related: "min: 3, max: «2»" },
  ),
  mutation(
    "constraints that exclude each other",
    horticulture,
    "- { credit: { min: 22 } }",
    "- { credit: { min: «22» } }\n    - { credit: { max: 20 } }",
    "combination-possible",
    { related: "- { credit: { max: «20» } }" },
  ),
  mutation(
    "a unit that nobody can choose",
    horticulture,
    "barred: [[hort-propagate, hort-nursery]]",
    "barred: [[hort-propagate, hort-nursery], [hort-soil, hort-food]]",
    "unit-selectable",
    { at: "units: [hort-propagate, hort-nursery, «hort-food»," },
  ),
  mutation(
    "a unit that needs itself",
    horticulture,
    "prerequisites: { hort-project:",
    "prerequisites: { hort-food: [hort-food], hort-project:",
    "unit-selectable",
    { at: "units: [hort-propagate, hort-nursery, «hort-food»," },
  ),

  // Figures
  mutation("a credit that the units do not come to", certificate, "credit: 36", "credit: «37»", "credits-add-up"),
  mutation(
    "guided hours that the units do not come to",
    certificate,
    "guidedLearningHours: 288",
    "guidedLearningHours: «287»",
    "hours-add-up",
  ),
  mutation(
    "a total that the units do not come to",
    certificate,
    "totalQualificationTime: 360",
    "totalQualificationTime: «350»",
    "hours-add-up",
  ),
  mutation("a unit forgotten", certificate, "        - asc14\n", "", "hours-add-up", {
    at: "totalQualificationTime: «360»",
    says: "360 hours",
  }),
  mutation("the credit of a unit", role, "credit: 2", "credit: 3", "credits-add-up", {
    at: { file: certificate, text: "credit: «36»" },
    related: "credit: «3»",
  }),
  mutation("the time of a unit", role, "totalUnitTime: 20", "totalUnitTime: 30", "hours-add-up", {
    at: { file: certificate, text: "totalQualificationTime: «360»" },
    related: "totalUnitTime: «30»",
  }),
  mutation(
    "guided hours of a unit above its total",
    role,
    "guidedLearningHours: 16",
    "guidedLearningHours: «61»",
    "hours-within-total",
    { related: "totalUnitTime: «20»" },
  ),
  mutation(
    "guided hours above the total",
    certificate,
    "guidedLearningHours: 288",
    "guidedLearningHours: «388»",
    "hours-within-total",
  ),
  mutation(
    "a credit that is no tenth of the total",
    award,
    null,
    wholeQualification("totalQualificationTime: 100\nguidedLearningHours: 48\ncredit: «9»"),
    "credit-matches-hours",
    { related: "totalQualificationTime: «100»" },
  ),
  mutation(
    "a total of 0",
    award,
    null,
    wholeQualification("totalQualificationTime: «0»\nguidedLearningHours: 0\ncredit: 0"),
    "hours-stated",
  ),
  mutation("no total", certificate, "totalQualificationTime: 360\n", "", "hours-stated", {
    at: "title: «Example Awards Level 2 Adult Social Care Certificate»",
  }),
  mutation("no guided hours", certificate, "guidedLearningHours: 288\n", "", "hours-stated", {
    at: "title: «Example Awards Level 2 Adult Social Care Certificate»",
  }),

  // Title, level, numbers
  mutation(
    "another level in the title",
    certificate,
    title,
    "title: Example Awards «Level 3» Adult Social Care Certificate",
    "title-names-level",
    { related: "level: «2»", says: "expected `Level 2`" },
  ),
  mutation(
    "an entry level in the title",
    certificate,
    title,
    "title: Example Awards «Entry Level 2» Adult Social Care Certificate",
    "title-names-level",
  ),
  mutation(
    "no level in the title",
    certificate,
    title,
    "title: «Example Awards Adult Social Care Certificate»",
    "title-names-level",
  ),
  mutation(
    "another size in the title",
    certificate,
    title,
    "title: Example Awards Level 2 Adult Social Care «Diploma»",
    "title-names-size",
  ),
  mutation(
    "another size than that of the hours",
    certificate,
    "size: certificate",
    "size: «diploma»",
    "title-names-size",
  ),
  mutation(
    "no organisation in the title",
    certificate,
    title,
    "title: «Level 2 Adult Social Care Certificate»",
    "title-names-organisation",
  ),
  mutation(
    "an organisation with a longer name in the title",
    certificate,
    title,
    "title: «EXAM Level 2 Adult Social Care Certificate»",
    "title-names-organisation",
  ),
  mutation(
    "no name of the organisation",
    certificate,
    "awardingOrganisation: { name: Example Awards, acronym: EXA, recognitionNumber: none }",
    "awardingOrganisation: «{ acronym: EXA, recognitionNumber: none }»",
    "title-names-organisation",
  ),
  mutation("no level", certificate, "level: 2\n", "", "level-stated", {
    at: "title: «Example Awards Level 2 Adult Social Care Certificate»",
  }),
  mutation("several levels without a reason", certificate, "level: 2\n", "«levels»: [2, 3]\n", "level-stated"),
  mutation("a level and levels", certificate, "level: 2\n", "level: 2\n«levels»: [2]\n", "level-stated"),
  mutation(
    "a qualification number without slashes",
    certificate,
    "number: none\nstatus",
    'number: «"61000887"»\nstatus',
    "qualification-number",
    { says: "write `610/0088/7`" },
  ),
  mutation(
    "a qualification number with another last character",
    certificate,
    "number: none\nstatus",
    "number: «610/0088/8»\nstatus",
    "qualification-number-check",
  ),
  mutation("no qualification number", certificate, "number: none\nstatus", "status", "qualification-number", {
    at: "title: «Example Awards Level 2 Adult Social Care Certificate»",
  }),
  mutation(
    "a recognition number without RN",
    certificate,
    "recognitionNumber: none",
    'recognitionNumber: «"5000"»',
    "recognition-number",
    { says: "write `RN5000`" },
  ),
  mutation(
    "a unit reference of another letter",
    role,
    "reference: none\nowner",
    "reference: «B/505/1933»\nowner",
    "unit-reference",
  ),
  mutation(
    "a unit reference without slashes",
    role,
    "reference: none\nowner",
    "reference: «K5051933»\nowner",
    "unit-reference",
  ),
  mutation(
    "a unit reference with a digit mistyped",
    role,
    "reference: none\nowner",
    "reference: «D/651/1484»\nowner",
    "unit-reference-check",
  ),

  // Words and statements
  mutation("a regulator without rules here", certificate, "[ofqual]", "[«ofqaul»]", "unknown-regulator", {
    says: "did you mean `ofqual`?",
  }),
  mutation("no regulator in the list", certificate, "[ofqual]", "«[]»", "unknown-regulator"),
  mutation(
    "a type that the Register does not know",
    certificate,
    "type: Vocationally-Related Qualification",
    "type: «Vocational Qualification»",
    "register-words",
  ),
  mutation(
    "a sector that the Register does not know",
    certificate,
    'sector: "1.3"',
    'sector: «"1.9"»',
    "register-words",
  ),
  mutation(
    "a method that the Register does not know",
    certificate,
    "methods: [Portfolio of Evidence,",
    "methods: [«Portfolio»,",
    "register-words",
  ),
  mutation(
    "a misspelt method of a criterion",
    role,
    "evidence: { methods: [reflective-account, professional-discussion] }",
    "evidence: { methods: [«reflective-acount», professional-discussion] }",
    "known-words",
  ),
  mutation(
    "two methods without a comma",
    role,
    "evidence: { methods: [reflective-account, professional-discussion] }",
    "evidence: { methods: [«reflective-account professional-discussion»] }",
    "known-words",
    { says: "expected a comma between `reflective-account` and `professional-discussion`" },
  ),
  mutation(
    "a misspelt method of a unit",
    safety,
    "methods: [observation, witness-testimony, product, questioning,",
    "methods: [«obsevation», witness-testimony, product, questioning,",
    "known-words",
  ),
  mutation(
    "a misspelt setting",
    safety,
    "occasions: 2, setting: community",
    "occasions: 2, setting: «comunity»",
    "known-words",
  ),
  mutation(
    "no requirements before the award",
    horticulture,
    "requirementsBeforeAward: >-\n  Before the first observation the learner completes the induction of the site where it takes place. The centre keeps a\n  dated record of the induction. There is no other requirement before award.\n",
    "",
    "specification-complete",
    { at: "title: «Example Awards Level 3 Certificate in Community Horticulture»" },
  ),
  mutation(
    "no word on qualifications that come first",
    certificate,
    "  qualifications: none\n",
    "",
    "specification-complete",
    { at: "«entry»:" },
  ),
  mutation(
    "no methods of assessment",
    certificate,
    "methods: [Portfolio of Evidence, Practical Demonstration/Assignment]",
    "«methods»: []",
    "specification-complete",
  ),
  mutation("no specimen materials", certificate, "  specimenMaterials: none\n", "", "specification-complete", {
    at: "\n«assessment»:",
  }),
  mutation(
    "no type of grading",
    certificate,
    "grading: { type: pass-fail }",
    "«grading»: {}",
    "specification-complete",
  ),
  mutation(
    "an end before its start",
    certificate,
    "operationalStart: 2026-09-01,",
    "operationalStart: 2026-09-01, operationalEnd: «2025-08-31»,",
    "dates-in-order",
    { related: "operationalStart: «2026-09-01»" },
  ),

  // Units
  mutation(
    "a unit without outcomes",
    safety,
    null,
    `${unitFile("hort-safety")
      .replace("credit: 2", "credit: 3")
      .replace("Hours: 16", "Hours: 20")
      .replace("Time: 20", "Time: 30")
      .replace(/learningOutcomes:.*/su, "«learningOutcomes»: []\n")}`,
    "outcome-has-criteria",
  ),
  mutation(
    "an outcome without criteria",
    safety,
    "    assessmentCriteria:\n      - Carry out the checks on hand tools that the site lists before use\n      - Use hand tools in the way that the site's instructions show\n      - Clean hand tools after work by the site's method\n      - Store hand tools in their marked places at the end of work\n",
    "",
    "outcome-has-criteria",
    { at: "- «outcome»: Be able to look after garden hand tools" },
  ),
  mutation(
    "no aim of a unit",
    role,
    "aim: >-\n  Learners find out what their job asks of them, what they can expect from their employer, and how they work with other\n  people. They show that they work in the ways that their employer has agreed.\n",
    "",
    "unit-facts-stated",
    { at: "id: «asc01»" },
  ),
  mutation("no level of a unit", role, "level: 2\n", "", "unit-facts-stated", { at: "id: «asc01»" }),
  mutation("no reference of a unit", role, "reference: none\n", "", "unit-facts-stated", { at: "id: «asc01»" }),
  mutation("two criteria of one key", role, "key: codes-standards", "key: «main-duties»", "keys-unique", {
    related: "key: «main-duties»\n        task: >-\n          Read your job",
  }),
  mutation("a key that is retired", role, "retired: []", "retired: [main-duties]", "keys-unique", {
    at: "key: «main-duties»",
    related: "retired: [«main-duties»]",
  }),
  mutation(
    "two criteria of one number",
    role,
    "        key: codes-standards",
    '        number: «"1.1a"»\n        key: codes-standards',
    "numbers-unique",
    { related: "- «criterion»: Describe the main duties in own job description" },
  ),
  mutation(
    "a number that a later criterion has by its place",
    role,
    "        key: main-duties",
    '        number: «"1.1b"»\n        key: main-duties',
    "numbers-unique",
  ),
  mutation(
    "a framework that is not there",
    role,
    "    key: job-duties",
    "    key: job-duties\n    maps: { «pathway»: [data-1] }",
    "mapping-exists",
  ),
  mutation(
    "an entry that a framework does not have",
    role,
    "    key: job-duties",
    "    key: job-duties\n    maps: { pathway: [data-1, «data-3»] }",
    "mapping-exists",
    { files: { "frameworks/pathway.yaml": framework } },
  ),
  mutation(
    "a mapping to a unit",
    role,
    "    key: job-duties",
    "    key: job-duties\n    maps: { «asc02»: [data-1] }",
    "mapping-exists",
  ),
  mutation(
    "a mapping to a broken framework",
    role,
    "    key: job-duties",
    "    key: job-duties\n    maps: { pathway: [data-1] }",
    "unknown-key",
    { files: { "frameworks/pathway.yaml": framework.replace("nodes", "«nods»") } },
  ),
  mutation(
    "an alias of a misspelt method",
    role,
    "  methods: [observation, witness-testimony, professional-discussion, questioning, reflective-account, product]\n  simulation",
    "  methods: &all [«obsevation»]\n  evidence: { methods: «*all» }\n  simulation",
    "known-words known-words",
  ),

  // The workspace
  mutation(
    "a rule that nobody knows",
    "qualspec.yaml",
    "out: ../out",
    "out: ../out\nrules: { «unit-usd»: off }",
    "unknown-rule",
  ),
  mutation("a comment that cuts a setting", "qualspec.yaml", "out: ../out", "out: ../out «#2»", "text-cut-by-hash"),
];

function wholeQualification(figures: string): string {
  return `kind: qualification\nid: l5-digital-leadership\ntitle: Example Awards Level 5 Award\nawardingOrganisation: { name: Example Awards }\nnumber: none\nlevel: 5\nregulators: [ofqual]\nobjective: { kinds: [support-a-role], statement: Supports. }\nentry: { qualifications: none, knowledge: none }\nrequirementsBeforeAward: none\nassessment: { methods: [Coursework], specimenMaterials: none }\ngrading: { type: pass-fail }\nunits: []\n${figures}\n`;
}
