import type { Rule } from "../define-rule.ts";
import { creditMatchesHours } from "./credit-matches-hours.ts";
import { hoursStated } from "./hours-stated.ts";
import { qualificationNumber } from "./qualification-number.ts";
import { qualificationNumberCheck } from "./qualification-number-check.ts";
import { recognitionNumber } from "./recognition-number.ts";
import { registerWords } from "./register-words.ts";
import { specificationComplete } from "./specification-complete.ts";
import { titleNamesLevel } from "./title-names-level.ts";
import { titleNamesOrganisation } from "./title-names-organisation.ts";
import { titleNamesSize } from "./title-names-size.ts";
import { unitReference } from "./unit-reference.ts";
import { unitReferenceCheck } from "./unit-reference-check.ts";

/** Rules of Ofqual, the regulator in England: its conditions, its guidance, and the forms of its Register. */
export const ofqualRules: readonly Rule[] = [
  specificationComplete,
  hoursStated,
  creditMatchesHours,
  titleNamesOrganisation,
  titleNamesLevel,
  titleNamesSize,
  qualificationNumber,
  qualificationNumberCheck,
  recognitionNumber,
  registerWords,
  unitReference,
  unitReferenceCheck,
];
