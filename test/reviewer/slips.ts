import { award, certificate, type Mutation, mutation } from "../mutations/mutation.ts";

/** A slip that a reviewer would meet: the row of the forty that it breaks, and the one finding that has to come. */
export interface Slip extends Mutation {
  readonly check: string;
}

type More = Parameters<typeof mutation>[5];

function slip(
  check: string,
  about: string,
  file: string,
  replace: string | null,
  by: string,
  rule: string,
  more: More = {},
): Slip {
  return { check, ...mutation(`${check}: ${about}`, file, replace, by, rule, { isWhole: true, ...more }) };
}

const baking = "qualifications/l3-artisan-baking.yaml";
const title = "title: Example Awards Level 3 Certificate in Artisan Baking (Bread)";
const wholeTitle = `${title.replace("title: ", "title: «")}»`;
const unit = (id: string) => `units/${id}.yaml`;
const optionalBreads = "require: { credit: { min: 4, max: 7 } }";

/** Slips in a complete specification, test/reviewer/bakery, in which nothing else is wrong. */
export const bakerySlips: readonly Slip[] = [
  slip("Q001", "no kind of objective", baking, "  kinds: [support-a-role]\n", "", "objective-stated", {
    at: "«objective»:",
  }),
  slip("Q001", "an empty list of kinds", baking, "kinds: [support-a-role]", "«kinds»: []", "objective-stated"),
  slip(
    "Q001",
    "an objective that says nothing",
    baking,
    "statement: Confirms that a baker can make bread by hand, to a standard that a shop can sell.",
    "statement: «none»",
    "objective-stated",
  ),
  slip("Q002", "no word on requirements", baking, "requirementsBeforeAward: none\n", "", "specification-complete", {
    at: wholeTitle,
  }),
  slip(
    "Q002",
    "an answer that is still to come",
    baking,
    "requirementsBeforeAward: none\n",
    "requirementsBeforeAward: «To be confirmed»\n",
    "placeholder-left",
  ),
  slip(
    "Q003",
    "no size in the title",
    baking,
    title,
    "title: «Example Awards Level 3 in Artisan Baking (Bread)»",
    "title-names-type",
  ),
  slip(
    "Q003",
    "a title about nothing",
    baking,
    title,
    "title: «Example Awards Level 3 Certificate (Bread)»",
    "title-names-content",
  ),
  slip(
    "Q003",
    "an endorsement that the title forgets",
    baking,
    "endorsements: [Bread]",
    "endorsements: [Bread, «Cakes»]",
    "title-names-endorsement",
  ),
  slip(
    "Q003",
    "another organisation",
    baking,
    title,
    "title: «Sample Awards Level 3 Certificate in Artisan Baking (Bread)»",
    "title-names-organisation",
  ),
  slip(
    "Q004",
    "a size that the hours do not have",
    baking,
    title,
    title.replace("Certificate", "«Diploma»"),
    "title-names-size",
  ),
  slip("Q005", "another level in the title", baking, title, title.replace("Level 3", "«Level 2»"), "title-names-level"),
  slip("Q006", "the former framework in the title", baking, title, `${title} («QCF»)`, "title-words"),
  slip("Q006", "praise in the title", baking, title, title.replace("Artisan", "«Outstanding» Artisan"), "title-words"),
  slip(
    "Q006",
    "a degree's name in the title",
    baking,
    title,
    title.replace("Certificate", "«Graduate» Certificate"),
    "title-words",
  ),
  slip(
    "Q007",
    "extended from nothing",
    baking,
    title,
    title.replace("Certificate", "«Extended» Certificate"),
    "title-progression",
  ),
  slip(
    "Q010",
    "no guided learning",
    baking,
    "guidedLearningHours: 116",
    "guidedLearningHours: «216»",
    "hours-within-total",
  ),
  slip(
    "Q011",
    "a credit that is no tenth of the hours",
    baking,
    "credit: 19\n",
    "credit: «29»\n",
    "credit-matches-hours",
  ),
  slip(
    "Q012",
    "hours of another route than the lowest",
    baking,
    "guidedLearningHours: 116",
    "guidedLearningHours: «118»",
    "hours-add-up",
  ),
  slip("Q012", "no time of an optional unit", unit("bk-pastry"), "totalUnitTime: 40\n", "", "unit-times-stated", {
    at: { file: baking, text: "totalQualificationTime: «190»" },
    related: "id: «bk-pastry»",
  }),
  slip("Q015", "two levels without a reason", baking, "level: 3\n", "«levels»: [2, 3]\n", "level-stated"),
  slip("Q016", "credit without a level", unit("bk-dough"), "level: 3\n", "", "credit-has-level", {
    at: "id: «bk-dough»",
  }),
  slip("Q016", "no word on credit", unit("bk-customers"), "credit: 2\n", "", "unit-facts-stated", {
    at: "id: «bk-customers»",
  }),
  slip("Q017", "a unit far below the qualification", unit("bk-safety"), "level: 2\n", "level: 1\n", "level-spread", {
    at: { file: baking, text: "units: [«bk-safety», bk-dough, bk-oven]" },
    related: "level: «1»",
  }),
  slip(
    "R018",
    "a unit that is shut out",
    baking,
    "barred: [[bk-sourdough, bk-gluten-free]]",
    "barred: [[bk-sourdough, bk-gluten-free], [bk-customers, bk-oven]]",
    "unit-selectable",
    { at: "units: [«bk-customers», bk-costing]" },
  ),
  slip(
    "R018",
    "a pathway that nobody can complete",
    baking,
    "barred: [[bk-sourdough, bk-gluten-free]]",
    "barred: [[bk-sourdough, bk-gluten-free]]\n  pathways:\n    - { id: bread, title: Bread, groups: [M, B, C] }\n    - { id: «plain», title: Plain, groups: [M, C] }",
    "pathway-possible",
  ),
  slip(
    "R018",
    "an optional unit that everybody needs",
    baking,
    "barred: [[bk-sourdough, bk-gluten-free]]",
    "barred: [[bk-sourdough, bk-gluten-free]]\n  prerequisites: { bk-oven: [bk-costing] }",
    "optional-unit-needed",
    {
      at: "units: [bk-customers, «bk-costing»] }",
    },
  ),
  slip(
    "R019",
    "more than a group offers",
    baking,
    optionalBreads,
    "require: { credit: { min: «14», max: 18 } }",
    "group-bounds",
  ),
  slip(
    "R019",
    "a maximum that nobody can pass",
    baking,
    optionalBreads,
    "require: { credit: { min: 4, max: «17» } }",
    "idle-bounds",
  ),
  slip(
    "R020",
    "a bar between mandatory units",
    baking,
    "[[bk-sourdough, bk-gluten-free]]",
    "[[bk-sourdough, bk-gluten-free], [bk-dough, «bk-oven»]]",
    "barred-units",
  ),
  slip(
    "R020",
    "a bar that is written twice",
    baking,
    "[[bk-sourdough, bk-gluten-free]]",
    "[[bk-sourdough, bk-gluten-free], «[bk-gluten-free, bk-sourdough]»]",
    "combination-said-once",
    { related: "[«[bk-sourdough, bk-gluten-free]»" },
  ),
  slip(
    "R021",
    "a unit that no list names",
    unit("bk-customers"),
    "id: bk-customers",
    "id: bk-customers",
    "unit-in-qualification",
    {
      files: {
        "units/bk-cookies.yaml":
          "kind: unit\nid: «bk-cookies»\nreference: none\ntitle: Bake cookies\nlevel: 3\ncredit: 2\nguidedLearningHours: 10\ntotalUnitTime: 20\naim: Learners bake cookies.\nlearningOutcomes:\n  - { outcome: Know what a cookie is, evidence: { methods: [questioning] }, assessmentCriteria: [Describe a cookie] }\n",
      },
    },
  ),
  slip("R021", "a unit that was retired", baking, "[bk-cakes]", "[bk-cakes, bk-costing]", "retired-stays-retired", {
    at: { file: unit("bk-costing"), text: "id: «bk-costing»" },
    related: "[bk-cakes, «bk-costing»]",
  }),
  slip(
    "I022",
    "a number with a digit slipped",
    baking,
    "number: none\nstatus",
    "number: «610/0088/1»\nstatus",
    "qualification-number-check",
  ),
  slip(
    "I023",
    "the reference of another unit",
    unit("bk-dough"),
    "reference: none",
    "reference: K/505/1933",
    "unit-reference-unique",
    {
      at: { file: unit("bk-safety"), text: "reference: «K/505/1933»" },
      related: "reference: «K/505/1933»",
    },
  ),
  slip(
    "I024",
    "the number of another",
    baking,
    "number: none\nstatus",
    "number: 610/0088/7\nstatus",
    "qualification-number-unique",
    {
      files: {
        "qualifications/z-cakes.yaml":
          "kind: qualification\nid: z-cakes\ntitle: Cakes\nregulators: none\nlevel: 2\nnumber: «610/0088/7»\n",
      },
    },
  ),
  slip(
    "I024",
    "a recognition number without RN",
    baking,
    "recognitionNumber: none",
    'recognitionNumber: «"5123"»',
    "recognition-number",
  ),
  slip(
    "I024",
    "two numbers of one organisation",
    baking,
    "recognitionNumber: none",
    "recognitionNumber: RN5123",
    "recognition-number-agrees",
    {
      files: {
        "qualifications/z-cakes.yaml":
          "kind: qualification\nid: z-cakes\ntitle: Cakes\nregulators: none\nlevel: 2\nawardingOrganisation: { name: Example Awards, recognitionNumber: «RN5124» }\n",
      },
    },
  ),
  slip(
    "I025",
    "the name of another sector",
    baking,
    'sector: "7.4"',
    "sector: «7.4 Health and social care»",
    "register-words",
  ),
  slip(
    "I025",
    "certificates that end before the learning",
    baking,
    "certificationEnd: 2032-08-31",
    "certificationEnd: «2030-08-30»",
    "dates-in-order",
  ),
  slip(
    "I025",
    "a review before anybody could begin",
    baking,
    "certificationEnd: 2032-08-31",
    "certificationEnd: 2032-08-31\n  review: «2026-08-31»",
    "dates-in-order",
    { related: "operationalStart: «2026-09-01»" },
  ),
  slip(
    "I025",
    "regulated after the start",
    baking,
    "operationalStart: 2026-09-01",
    "operationalStart: «2026-06-01»",
    "dates-in-order",
  ),
  slip(
    "U026",
    "an outcome without criteria",
    unit("bk-pastry"),
    "    assessmentCriteria:\n      - criterion: Explain how butter keeps layers apart\n        key: butter-layers\n",
    "",
    "outcome-has-criteria",
    {
      at: "- «outcome»: Understand how layers form",
    },
  ),
  slip(
    "U026",
    "a number left out",
    unit("bk-dough"),
    "        key: flours\n",
    '        key: flours\n        number: «"1.4"»\n',
    "numbers-run-on",
  ),
  slip(
    "U026",
    "no aim",
    unit("bk-costing"),
    "aim: Learners work out what a loaf costs and what it has to be sold for.\n",
    "",
    "unit-facts-stated",
    {
      at: "id: «bk-costing»",
    },
  ),
  slip(
    "U027",
    "a verb with a slip in it",
    unit("bk-safety"),
    "criterion: Describe how flour dust",
    "criterion: «Desribe» how flour dust",
    "verb-spelt",
  ),
  slip(
    "U033",
    "examples that may be a demand",
    unit("bk-customers"),
    "criterion: Describe the ingredients of three loaves",
    "criterion: Describe ingredients «such as» rye, malt and spelt",
    "examples-in-range",
  ),
  slip(
    "A034",
    "outcomes without methods",
    unit("bk-safety"),
    "  methods: [questioning, assignment]\n",
    "",
    "criterion-has-method",
    {
      at: "- «outcome»: Know the dangers of a bakery",
    },
  ),
  slip(
    "A034",
    "a skill that is only talked about",
    unit("bk-sourdough"),
    "methods: [observation, product]",
    "methods: «[questioning, reflective-account]»",
    "skill-is-performed",
  ),
  slip("A034", "no word on simulation", unit("bk-oven"), "  simulation: forbidden\n", "", "simulation-stated", {
    at: "«assessment»:",
  }),
  slip(
    "A036",
    "graded without a rule",
    baking,
    "  rule: The grade is the highest one whose criteria, and those of every lower grade, are met in all units taken.\n",
    "",
    "grading-complete",
    {
      at: "«grading»:",
    },
  ),
  slip(
    "A036",
    "a grade that the scale does not have",
    unit("bk-oven"),
    "grade: Merit",
    "grade: «Credit»",
    "grade-in-scale",
  ),
  slip(
    "A036",
    "a grade that nothing leads to",
    unit("bk-dough"),
    "        grade: Distinction\n",
    "",
    "grades-have-criteria",
    {
      at: { file: baking, text: "scale: [Pass, Merit, «Distinction»]" },
    },
  ),
  slip(
    "A037",
    "observation without a rule",
    unit("bk-oven"),
    "  observation: { occasions: 2, setting: workplace }\n  simulation: forbidden\n  requirements: The bread is baked by the learner alone.\n",
    "  simulation: forbidden\n",
    "evidence-rule-stated",
    {
      at: "«assessment»:",
    },
  ),
  slip(
    "A037",
    "observation without a rule, beside words on something else",
    unit("bk-oven"),
    "  observation: { occasions: 2, setting: workplace }\n",
    "",
    "evidence-rule-stated",
    {
      at: "«assessment»:",
    },
  ),
  slip("S038", "no fees", baking, "  fees: https://example.org/fees\n", "", "policies-named", { at: "«policies»:" }),
  slip("S038", "nobody to ask", baking, "contact: { email: qualifications@example.org }\n", "", "contact-named", {
    at: wholeTitle,
  }),
  slip(
    "S039",
    "nobody who assures quality",
    baking,
    "    internalQualityAssurer: Holds a qualification in internal quality assurance.\n",
    "",
    "people-stated",
    {
      at: "«people»:",
    },
  ),
  slip(
    "S039",
    "a second look by the same eyes",
    baking,
    "internalQualityAssurer: Holds a qualification in internal quality assurance.",
    "internalQualityAssurer: Holds a qualification in quality assurance, and «may sample their own decisions».",
    "own-work-verified",
  ),
  slip(
    "S039",
    "testimony of people whom no list names",
    "qualspec.yaml",
    null,
    "build: { documents: [learner-workbook, «witness-testimony»] }\n",
    "witness-list-made",
  ),
  slip("S040", "no version", baking, 'version: "1.10"\nissued', "issued", "version-stated", {
    at: wholeTitle,
  }),
  slip(
    "S040",
    "a version without an entry",
    baking,
    'version: "1.10"\nissued',
    'version: «"1.11"»\nissued',
    "changes-recorded",
  ),
  slip("S040", "one version twice", baking, 'version: "1.9"', 'version: «"1.10"»', "changes-recorded"),
  slip("S040", "an issue on two days", baking, "date: 2026-06-01", "date: «2026-06-02»", "changes-recorded", {
    related: "issued: «2026-06-01»",
  }),
  slip(
    "S040",
    "a picture that stayed behind",
    unit("bk-safety"),
    "criterion: List the checks on a mixer before use",
    "criterion: List the checks on the mixer in the «picture opposite»",
    "text-stands-alone",
  ),
  slip("S040", "changes out of order", baking, "date: 2026-03-02", "date: «2026-07-02»", "changes-recorded"),
  slip("S040", "no language of assessment", baking, "  languages: [en]\n", "", "assessment-languages-stated", {
    at: "\n«assessment»:",
  }),
];

/** Slips in the specifications of this repository. */
export const shippedSlips: readonly Slip[] = [
  slip(
    "Q008",
    "NVQ without standards and without work",
    award,
    "title: Example Awards Level 5 Award in",
    "title: Example Awards Level 5 «NVQ» Award in",
    "title-nvq",
  ),
  slip(
    "A036",
    "a scale on pass or fail",
    certificate,
    "{ type: pass-fail }",
    "{ type: pass-fail, «scale»: [Pass] }",
    "grading-complete",
  ),
  slip("S040", "a review after the issue", certificate, "date: 2026-03-20", "date: «2026-05-20»", "sign-off-recorded"),
  slip(
    "S040",
    "published without a review",
    certificate,
    "reviewer: Head of qualification review, with occupational experience in adult social care\n  ",
    "",
    "sign-off-recorded",
    {
      at: "«signOff»:",
    },
  ),
  slip("U026", "no key of an outcome", "units/asc01.yaml", "    key: job-duties\n", "", "keys-written", {
    at: { file: certificate, text: "status: «published»" },
  }),
];
