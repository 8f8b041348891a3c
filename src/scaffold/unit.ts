import { type Answers, defineDraft } from "./define-draft.ts";
import { shortName } from "./short-name.ts";

export const unitDraft = defineDraft({
  kind: "unit",
  questions: [
    { name: "title", pointer: "/title", asks: "Title of the unit, such as Prepare hot drinks", takes: "text" },
    {
      name: "id",
      pointer: "/id",
      asks: "Id, a short name that never changes (lower-case letters, digits, hyphens)",
      takes: "text",
      suggests: ({ title = "" }) => shortName(title),
      follows: "title",
    },
    { name: "level", pointer: "/level", asks: "Level (entry-1 to entry-3, or 1 to 8)", takes: "word" },
    { name: "totalHours", pointer: "/totalUnitTime", asks: "Total unit time in hours, or none", takes: "word" },
    {
      name: "guidedHours",
      pointer: "/guidedLearningHours",
      asks: "Hours of guided learning among them, or none",
      takes: "word",
    },
    {
      name: "credit",
      pointer: "/credit",
      asks: "Credit, one for each ten hours, or none",
      takes: "word",
      suggests: ({ totalHours = "" }) => (/^[1-9]\d*0$/u.test(totalHours) ? totalHours.slice(0, -1) : null),
      follows: "totalHours",
    },
    {
      name: "methods",
      pointer: "/assessment/methods",
      asks: "What counts as evidence, with commas between, such as observation, product, professional-discussion, questioning",
      takes: "words",
    },
  ],
  derived: ({ level }: Answers): Answers => {
    const isLow = level === undefined || /^(?:entry-[1-3]|1)$/u.test(level);
    return { knows: isLow ? "Know" : "Understand", verb: isLow ? "State" : "Describe" };
  },
  template: `
$schemaLine
# A draft: TBC stands where an answer is still to come, and \`qualspec check\` lists each. \`qualspec explain\` with the name
# of a rule says why it is asked for.
kind: unit
id: $id
reference: none # the unit reference, such as K/505/1933, once there is one
title: $title
level: $level
credit: $credit
guidedLearningHours: $guidedHours # of the hours below
totalUnitTime: $totalHours # hours
# What learners gain by the unit, in one or two sentences: they choose by it.
aim: TBC
# Each outcome says what a learner will know or be able to do, and its criteria how an assessor can tell: one verb each, and
# no numbers, which come from the order.
learningOutcomes:
  - outcome: $knows TBC
    assessmentCriteria:
      - $verb TBC
  - outcome: Be able to TBC
    assessmentCriteria:
      # A criterion can say more, so that every assessor asks for the same:
      - criterion: Carry out TBC
        # range: { require: { atLeast: 2 }, items: [one, another, a third] } # what "a range of" means
        # task: What the learner is asked to do, in the workbook.
        # guidance: What only the assessor reads.
        # evidence: { minimum: How much evidence is enough. }
assessment:
  methods: $methods
  # observation: { occasions: 2, setting: workplace } # for what has to be seen
  # simulation: forbidden # or allowed: whether anything but real work counts
# Words that learners may not know:
# glossary:
#   - { term: A word, meaning: What it means. }
`,
});
