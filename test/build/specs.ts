export const unit = (id: string, more = "") =>
  `kind: unit\nid: ${id}\ntitle: Unit ${id}\nreference: none\nlevel: 3\ncredit: 2\nguidedLearningHours: 2\naim: A\nlearningOutcomes:\n  - outcome: Know A\n    key: know-a\n    evidence: { methods: [questioning] }\n    assessmentCriteria:\n      - { criterion: State A, key: state-a }\n${more}`;

export const qualification = (units: string, more = "", id = "q") =>
  `kind: qualification\nid: ${id}\ntitle: Qualification ${id}\nregulators: none\nlevel: 3\n${more}rulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [${units}] }\n`;
