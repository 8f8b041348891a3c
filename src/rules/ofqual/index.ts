import type { Rule } from "../define-rule.ts";
import { assessmentLanguagesStated } from "./assessment-languages-stated.ts";
import { changesRecorded } from "./changes-recorded.ts";
import { contactNamed } from "./contact-named.ts";
import { creditMatchesHours } from "./credit-matches-hours.ts";
import { gradeInScale } from "./grade-in-scale.ts";
import { gradesHaveCriteria } from "./grades-have-criteria.ts";
import { gradingComplete } from "./grading-complete.ts";
import { guidedLearningNone } from "./guided-learning-none.ts";
import { hoursStated } from "./hours-stated.ts";
import { levelSpread } from "./level-spread.ts";
import { objectiveStated } from "./objective-stated.ts";
import { peopleStated } from "./people-stated.ts";
import { policiesNamed } from "./policies-named.ts";
import { publishedBeforeStart } from "./published-before-start.ts";
import { qualificationNumber } from "./qualification-number.ts";
import { qualificationNumberCheck } from "./qualification-number-check.ts";
import { recognitionNumber } from "./recognition-number.ts";
import { registerWords } from "./register-words.ts";
import { signOffRecorded } from "./sign-off-recorded.ts";
import { specificationComplete } from "./specification-complete.ts";
import { titleNamesContent } from "./title-names-content.ts";
import { titleNamesEndorsement } from "./title-names-endorsement.ts";
import { titleNamesLevel } from "./title-names-level.ts";
import { titleNamesOrganisation } from "./title-names-organisation.ts";
import { titleNamesSize } from "./title-names-size.ts";
import { titleNamesType } from "./title-names-type.ts";
import { titleNvq } from "./title-nvq.ts";
import { titleProgression } from "./title-progression.ts";
import { titleWords } from "./title-words.ts";
import { unitReference } from "./unit-reference.ts";
import { unitReferenceCheck } from "./unit-reference-check.ts";
import { unitTimesStated } from "./unit-times-stated.ts";
import { versionStated } from "./version-stated.ts";

/** Rules of Ofqual, the regulator in England: its conditions, its guidance, and the forms of its Register. */
export const ofqualRules: readonly Rule[] = [
  objectiveStated,
  specificationComplete,
  hoursStated,
  guidedLearningNone,
  unitTimesStated,
  creditMatchesHours,
  titleNamesOrganisation,
  titleNamesLevel,
  titleNamesSize,
  titleNamesType,
  titleNamesContent,
  titleNamesEndorsement,
  titleWords,
  titleProgression,
  titleNvq,
  levelSpread,
  gradingComplete,
  gradeInScale,
  gradesHaveCriteria,
  versionStated,
  changesRecorded,
  publishedBeforeStart,
  signOffRecorded,
  policiesNamed,
  contactNamed,
  peopleStated,
  assessmentLanguagesStated,
  qualificationNumber,
  qualificationNumberCheck,
  recognitionNumber,
  registerWords,
  unitReference,
  unitReferenceCheck,
];
