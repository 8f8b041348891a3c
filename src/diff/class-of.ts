import type { Part, Said, Touched } from "./change.ts";
import { asksForTheSame } from "./wording.ts";

type Judge = Touched | ((said: Said) => Touched);

/** What is judged by its wording alone: a change that asks for the same is editorial. */
const wording =
  (touched: Touched): Judge =>
  ({ before = null, after = null }) =>
    before !== null && after !== null && asksForTheSame(before, after) ? "editorial" : touched;

/** What may ask for more or for less: whoever has begun must not be surprised by more. */
const demand =
  (whereLess: Touched): Judge =>
  ({ effect = null }) =>
    effect === "loosened" ? whereLess : "learners";

/** Its coming may take something from those who have begun, or its going. */
const comes =
  (whereAdded: Touched, whereRemoved: Touched): Judge =>
  ({ change }) =>
    change === "added" ? whereAdded : whereRemoved;

/** What learners are judged against (Condition E3.2(f), (h)). */
const ofCriterion: Readonly<Record<string, Judge>> = {
  itself: ({ change }) => (change === "added" || change === "removed" ? "learners" : "assessors"),
  text: wording("learners"),
  // What learners and assessors have saved is kept under the key.
  key: ({ before = null }) => (before === null ? "editorial" : "learners"),
  retired: "learners",
  content: wording("assessors"),
  guidance: wording("assessors"),
  task: wording("learners"),
  kind: "learners",
  grade: "learners",
  maps: "editorial",
};

/** The rules on evidence, which may stand on a criterion, an outcome or a unit. */
const evidence: Readonly<Record<string, Judge>> = {
  range: demand("assessors"),
  evidence: wording("learners"),
  methods: demand("assessors"),
  observation: demand("assessors"),
  simulation: demand("assessors"),
  exception: demand("assessors"),
};

const judges: Readonly<Partial<Record<Part, Readonly<Record<string, Judge>>>>> = {
  criterion: { ...ofCriterion, ...evidence },
  // Nobody is assessed against an outcome but through its criteria, each of which is compared by itself and saved by itself.
  outcome: {
    ...ofCriterion,
    ...evidence,
    text: wording("assessors"),
    key: ({ before = null }) => (before === null ? "editorial" : "assessors"),
  },
  unit: {
    ...ofCriterion,
    ...evidence,
    // As with keys: all that is saved about a unit is kept under its id.
    id: "learners",
    keys: ({ after = null }) => (after === null ? "learners" : "editorial"),
    title: "certification",
    owner: "certification",
    reference: "certification",
    ownerReference: "certification",
    // E3.4: the specification is amended after any revision of a level, of a credit value or of guided learning.
    level: "certification",
    credit: "certification",
    guidedLearningHours: "certification",
    totalUnitTime: "certification",
    minimumAge: demand("assessors"),
    aim: "editorial",
    requirements: wording("learners"),
    glossary: wording("assessors"),
    resources: "editorial",
    notice: "editorial",
    language: "learners",
  },
  qualification: {
    itself: comes("certification", "learners"),
    // A paper takes only what was saved for a qualification of its own id.
    id: "learners",
    status: ({ after }) => (after === "withdrawn" ? "learners" : "certification"),
    operationalEnd: demand("certification"),
    certificationEnd: demand("certification"),
    // What was prepared for may not be what is sat, and who began in one language may have to end in another.
    methods: "learners",
    languages: demand("certification"),
    requirementsBeforeAward: wording("learners"),
    grading: "learners",
    entryKnowledge: wording("assessors"),
    entryOther: wording("assessors"),
    people: wording("assessors"),
    specimenMaterials: wording("assessors"),
    objective: wording("certification"),
    levelsRationale: wording("certification"),
    notice: "editorial",
    progression: "editorial",
    policies: "editorial",
    contact: "editorial",
    selfAssessment: "editorial",
  },
  group: {
    itself: comes("learners", "learners"),
    title: "editorial",
    require: demand("certification"),
    units: demand("certification"),
  },
  constraint: { itself: comes("learners", "certification"), bounds: demand("certification") },
  barred: { itself: comes("learners", "certification") },
  equivalent: { itself: "learners" },
  prerequisite: { itself: comes("learners", "certification") },
  corequisite: { itself: comes("learners", "certification") },
  pathway: { itself: comes("certification", "learners"), title: "editorial", groups: "learners" },
  route: { itself: comes("certification", "learners") },
  framework: { itself: "editorial" },
  entry: { itself: "editorial" },
};

/** What nothing else is said of: of a qualification, what the register and certificates hold; else nothing that touches anybody. */
const others: Readonly<Partial<Record<Part, Touched>>> = { qualification: "certification" };

/** Whom a change touches. */
export function classOf(part: Part, said: Said): Touched {
  const judge = judges[part]?.[said.aspect] ?? others[part] ?? "editorial";
  return typeof judge === "string" ? judge : judge(said);
}
