import type { Files } from "../check-folder.ts";

/** A workspace in which every name is named by something else. */
export const sample: Files = {
  "qualspec.yaml":
    "format: 1\nvocabulary: { methods: [poster], settings: [supported-living] }\nrules:\n  unit-used: off\n",
  "q.yaml": `kind: qualification
id: q
title: Example Qualification
regulators: none
rulesOfCombination:
  groups:
    - { id: M, title: Mandatory, require: all, units: [ua, ub] }
    - id: O
      title: Optional
      require: any
      units:
        - uc
        - own
  constraints:
    - { credit: { min: 1 }, groups: [M, O], from: [uc] }
  prerequisites: { ub: [ua] }
  pathways:
    - { id: P, title: Way, groups: [M] }
units:
  - id: own
    title: Written inside
    learningOutcomes:
      - outcome: Know one's own work
        assessmentCriteria: [Explain one's own work]
waivers:
  - { rule: vague-criterion, at: ua#explain-tea, reason: Agreed., until: 2027-03-31 }
`,
  "ua.yaml": `kind: unit
id: ua
title: Making tea
level: 2
credit: 3
guidedLearningHours: 20
aim: Learners make tea that people like.
learningOutcomes:
  - outcome: Understand tea
    key: tea
    assessmentCriteria:
      - criterion: Explain why tea is *hot*
        key: explain-tea
        maps: { f2: [new-one] }
      - Describe a cup
  - outcome: Be able to make tea
    assessmentCriteria: [Make a pot of tea, { criterion: Pour tea, number: "2.5" }]
assessment: { methods: [questioning], maps: { f2: [theme, new-one] } }
`,
  "ub.yaml": "kind: unit\nid: ub\ntitle: Serving tea\nlevel: 2\nlearningOutcomes: []\n",
  "uc.yaml": "kind: unit\nid: uc\ntitle: Growing tea\nlevel: 3\nlearningOutcomes: []\n",
  "f1.yaml": `kind: framework
id: f1
title: First framework
nodes:
  - { id: old-one, type: behaviour, title: Old entry, replacedBy: [new-one] }
`,
  "f2.yaml": `kind: framework
id: f2
title: Second framework
version: "2"
replaces: f1
nodes:
  - id: theme
    type: theme
    title: A theme
    nodes:
      - { id: new-one, type: behaviour, title: New entry, text: Says what it is., next: [theme] }
`,
};
