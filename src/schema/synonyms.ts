/** What people write for our keys, folded to lower-case letters: each with the keys that it may mean, most likely first. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  glh: ["guidedLearningHours"],
  glhs: ["guidedLearningHours"],
  guidedlearning: ["guidedLearningHours"],
  guidedhours: ["guidedLearningHours"],
  tqt: ["totalQualificationTime", "totalUnitTime"],
  totaltime: ["totalQualificationTime", "totalUnitTime"],
  tut: ["totalUnitTime", "totalQualificationTime"],
  unittime: ["totalUnitTime"],
  hours: ["guidedLearningHours", "totalUnitTime"],
  credits: ["credit"],
  creditvalue: ["credit"],
  lo: ["learningOutcomes", "outcome"],
  los: ["learningOutcomes"],
  outcomes: ["learningOutcomes"],
  learningoutcome: ["outcome", "learningOutcomes"],
  ac: ["assessmentCriteria", "criterion"],
  acs: ["assessmentCriteria"],
  criteria: ["assessmentCriteria"],
  assessmentcriterion: ["criterion", "assessmentCriteria"],
  qn: ["number"],
  qan: ["number"],
  qualificationnumber: ["number"],
  urn: ["reference"],
  uan: ["reference"],
  unitreference: ["reference"],
  unitnumber: ["reference", "number"],
  code: ["ownerReference", "id"],
  awardingbody: ["awardingOrganisation"],
  ao: ["awardingOrganisation"],
  rn: ["recognitionNumber"],
  ssa: ["sector"],
  sectorsubjectarea: ["sector"],
  purpose: ["objective", "statement"],
  rpl: ["recognitionOfPriorLearning"],
  iqa: ["internalQualityAssurer"],
  internalverifier: ["internalQualityAssurer"],
  roc: ["rulesOfCombination"],
  rules: ["rulesOfCombination"],
  structure: ["rulesOfCombination"],
  optional: ["groups"],
  mandatory: ["groups"],
  name: ["title"],
  description: ["aim", "text", "statement"],
  indicativecontent: ["content"],
  assessorguidance: ["guidance"],
  definition: ["meaning"],
  link: ["url"],
  text: ["outcome", "criterion", "statement"],
};

/** Abbreviations of a key's own words, and its other number: with these nobody can mean another key. */
const certain: Readonly<Record<string, readonly string[]>> = {
  glh: ["guidedLearningHours"],
  glhs: ["guidedLearningHours"],
  tqt: ["totalQualificationTime"],
  tut: ["totalUnitTime"],
  credits: ["credit"],
  creditvalue: ["credit"],
  los: ["learningOutcomes"],
  outcomes: ["learningOutcomes"],
  learningoutcome: ["outcome"],
  criteria: ["assessmentCriteria"],
  acs: ["assessmentCriteria"],
  assessmentcriterion: ["criterion"],
  qn: ["number"],
  qan: ["number"],
  qualificationnumber: ["number"],
  unitreference: ["reference"],
  sectorsubjectarea: ["sector"],
  rpl: ["recognitionOfPriorLearning"],
  iqa: ["internalQualityAssurer"],
};

/** Whether a word says a key in other letters, case and hyphens aside, or is short for it: no guess at the spelling. */
export function isCertainly(word: string, key: string): boolean {
  const folded = word.toLowerCase().replace(/[\s_-]/gu, "");
  return folded === key.toLowerCase() || (Object.hasOwn(certain, folded) && certain[folded]?.includes(key) === true);
}

/** The key that a word is another name for, among those that are allowed in its place, or null. */
export function findSynonym(word: string, allowed: readonly string[]): string | null {
  const folded = word.toLowerCase().replace(/[^a-z]/gu, "");
  const meanings = Object.hasOwn(synonyms, folded) ? (synonyms[folded] ?? []) : [];
  return meanings.find((meaning) => allowed.includes(meaning)) ?? null;
}
