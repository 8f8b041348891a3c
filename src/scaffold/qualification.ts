import { creditsFor } from "../rules/ofqual/credit-matches-hours.ts";
import { sizeBands } from "../rules/ofqual/size-bands.ts";
import { type Answers, defineDraft } from "./define-draft.ts";
import { shortName } from "./short-name.ts";

export const qualificationDraft = defineDraft({
  kind: "qualification",
  questions: [
    {
      name: "regulator",
      pointer: "/regulators",
      asks: "Regulator whose rules it has to keep: ofqual, or none",
      takes: "words",
      suggests: () => "ofqual",
    },
    {
      name: "organisation",
      pointer: "/awardingOrganisation/name",
      asks: "Awarding organisation",
      takes: "text",
    },
    {
      name: "title",
      pointer: "/title",
      asks: "Title, such as Example Awards Level 2 Award in Preparing Hot Drinks",
      takes: "text",
    },
    {
      name: "id",
      pointer: "/id",
      asks: "Id, a short name that never changes (lower-case letters, digits, hyphens)",
      takes: "text",
      suggests: ({ title = "" }) => shortName(title),
      follows: "title",
    },
    {
      name: "level",
      pointer: "/level",
      asks: "Level (entry-1 to entry-3, or 1 to 8)",
      takes: "word",
      suggests: ({ title = "" }) => levelIn(title),
      follows: "title",
    },
    {
      name: "totalHours",
      pointer: "/totalQualificationTime",
      asks: "Total Qualification Time in hours",
      takes: "word",
    },
    {
      name: "guidedHours",
      pointer: "/guidedLearningHours",
      asks: "Hours of guided learning among them",
      takes: "word",
    },
    {
      name: "credit",
      pointer: "/credit",
      asks: "Credit, one for each ten hours of the total, or none",
      takes: "word",
      suggests: ({ totalHours = "" }) => (isWhole(totalHours) ? String(creditsFor(Number(totalHours))[0]) : null),
      follows: "totalHours",
    },
    {
      name: "purpose",
      pointer: "/objective/kinds",
      asks: "What it is for (progress-in-subject, progress-to-another-subject, programme-of-learning, prepare-for-employment, support-a-role, personal-growth)",
      takes: "words",
    },
    {
      name: "objective",
      pointer: "/objective/statement",
      asks: "The same in a sentence, such as Prepares learners to make and serve hot drinks safely.",
      takes: "text",
    },
  ],
  derived: ({ title = "", totalHours = "", regulator }: Answers): Answers => {
    const hours = Number(totalHours);
    const band = sizeBands.find(({ from, to }) => from <= hours && hours <= to)?.size;
    const named = sizeBands.find(({ size }) => new RegExp(`\\b${size}\\b`, "iu").test(title))?.size;
    const size = regulator === "none" || !isWhole(totalHours) ? named : band;
    return size === undefined ? {} : { size };
  },
  template: `
$schemaLine
# A draft: TBC stands where an answer is still to come, and \`qualspec check\` lists each. \`qualspec explain\` with the name
# of a rule says why it is asked for. Where there is nothing to say, write none.
kind: qualification
id: $id
title: $title
awardingOrganisation:
  name: $organisation
  # acronym: the short name, where titles use it
  # recognitionNumber: that of the regulator's register, such as RN5000
number: none # the qualification number, such as 610/0088/7, once it is regulated
status: draft # published, once it is: until then every page says that it is a draft
version: "0.1"
level: $level
size: $size
# Under which type and sector subject area the register will list it, once you know:
# type: Vocationally-Related Qualification
# sector: "1.3"
regulators: $regulator # whose rules it is checked against; no claim to be regulated
totalQualificationTime: $totalHours # hours
guidedLearningHours: $guidedHours # of these
credit: $credit
objective:
  kinds: $purpose
  statement: $objective
# What learners need before they begin.
entry:
  qualifications: TBC
  knowledge: TBC
  # minimumAge: 16
  other: TBC
# What they have to do besides the units, such as hours in work.
requirementsBeforeAward: TBC
# What they can go on to.
progression: TBC
# Or { type: graded, scale: [Pass, Merit], rule: How the grade follows from the units. }
grading: { type: pass-fail }
assessment:
  # As the register names them, such as Portfolio of Evidence: centres read from it what they take on.
  methods: [TBC]
  languages: [en] # in which learners can be assessed
  specimenMaterials: TBC
  # What those have to know and hold who decide, who sample decisions, and who sign beside an assessor not yet qualified.
  people:
    assessor: TBC
    internalQualityAssurer: TBC
    countersigning: TBC
# Which units lead to the award. \`qualspec new unit --in $id\` writes a unit and adds it here.
rulesOfCombination:
  groups:
    - { id: M, title: Mandatory units, require: all, units: [] }
    # Units to choose among stand in a group of their own, such as:
    # - { id: O, title: Optional units, require: { credit: { min: 6 } }, units: [one, another] }
# The pages on which your policies are published: the regulator asks that centres find them.
# policies:
#   recognitionOfPriorLearning: https://
#   reasonableAdjustments: https://
#   specialConsideration: https://
#   complaints: https://
#   appeals: https://
#   fees: https://
# contact: { email: whom to ask }
changes:
  - { version: "0.1", date: $today, summary: First draft. }
`,
});

/** "2" of "Level 2 Award", "entry-3" of "Entry Level 3". */
function levelIn(title: string): string | null {
  const [, entry, level] = /\b(Entry )?Level (\d)\b/iu.exec(title) ?? [];
  if (level === undefined) return null;
  return entry === undefined ? level : `entry-${level}`;
}

function isWhole(figure: string): boolean {
  return /^\d+$/u.test(figure);
}
