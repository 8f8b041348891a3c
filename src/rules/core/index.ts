import type { Rule } from "../define-rule.ts";
import { barredUnits } from "./barred-units.ts";
import { combinationPossible } from "./combination-possible.ts";
import { combinationSaidOnce } from "./combination-said-once.ts";
import { creditHasLevel } from "./credit-has-level.ts";
import { creditsAddUp } from "./credits-add-up.ts";
import { criterionHasMethod } from "./criterion-has-method.ts";
import { datesInOrder } from "./dates-in-order.ts";
import { entryIdsUnique } from "./entry-ids-unique.ts";
import { evidenceRuleStated } from "./evidence-rule-stated.ts";
import { fileNamedById } from "./file-named-by-id.ts";
import { frameworkFactsStated } from "./framework-facts-stated.ts";
import { frameworkLeadsOn } from "./framework-leads-on.ts";
import { frameworkLinksExist } from "./framework-links-exist.ts";
import { groupBounds } from "./group-bounds.ts";
import { groupExists } from "./group-exists.ts";
import { hoursAddUp } from "./hours-add-up.ts";
import { hoursWithinTotal } from "./hours-within-total.ts";
import { houseTerms } from "./house-terms.ts";
import { houseTermsTogether } from "./house-terms-together.ts";
import { idUnique } from "./id-unique.ts";
import { idleBounds } from "./idle-bounds.ts";
import { keysUnique } from "./keys-unique.ts";
import { keysWritten } from "./keys-written.ts";
import { knownWords } from "./known-words.ts";
import { lettersSeen } from "./letters-seen.ts";
import { levelStated } from "./level-stated.ts";
import { mappingCurrent } from "./mapping-current.ts";
import { mappingExists } from "./mapping-exists.ts";
import { numbersRunOn } from "./numbers-run-on.ts";
import { numbersUnique } from "./numbers-unique.ts";
import { optionalGroupChosen } from "./optional-group-chosen.ts";
import { optionalUnitNeeded } from "./optional-unit-needed.ts";
import { outcomeHasCriteria } from "./outcome-has-criteria.ts";
import { ownWorkVerified } from "./own-work-verified.ts";
import { pathwayPossible } from "./pathway-possible.ts";
import { placeholderLeft } from "./placeholder-left.ts";
import { qualificationNumberUnique } from "./qualification-number-unique.ts";
import { quotesAsText } from "./quotes-as-text.ts";
import { recognitionNumberAgrees } from "./recognition-number-agrees.ts";
import { regulationClaimed } from "./regulation-claimed.ts";
import { retiredStaysRetired } from "./retired-stays-retired.ts";
import { simulationStated } from "./simulation-stated.ts";
import { skillIsPerformed } from "./skill-is-performed.ts";
import { textBeginsWithWords } from "./text-begins-with-words.ts";
import { textWithoutPictures } from "./text-without-pictures.ts";
import { unitExists } from "./unit-exists.ts";
import { unitFactsStated } from "./unit-facts-stated.ts";
import { unitInGroup } from "./unit-in-group.ts";
import { unitInQualification } from "./unit-in-qualification.ts";
import { unitOfferedOnce } from "./unit-offered-once.ts";
import { unitReferenceUnique } from "./unit-reference-unique.ts";
import { unitSelectable } from "./unit-selectable.ts";
import { unitUsed } from "./unit-used.ts";
import { witnessListMade } from "./witness-list-made.ts";

/** Rules for every specification, whoever regulates it: references, identity, structure, sums. */
export const coreRules: readonly Rule[] = [
  fileNamedById,
  idUnique,
  unitReferenceUnique,
  qualificationNumberUnique,
  quotesAsText,
  lettersSeen,
  textWithoutPictures,
  textBeginsWithWords,
  recognitionNumberAgrees,
  retiredStaysRetired,
  unitExists,
  unitInGroup,
  unitUsed,
  unitInQualification,
  groupExists,
  mappingExists,
  mappingCurrent,
  entryIdsUnique,
  frameworkLinksExist,
  frameworkLeadsOn,
  frameworkFactsStated,
  knownWords,
  outcomeHasCriteria,
  criterionHasMethod,
  skillIsPerformed,
  simulationStated,
  evidenceRuleStated,
  creditHasLevel,
  unitFactsStated,
  keysUnique,
  numbersUnique,
  numbersRunOn,
  levelStated,
  hoursWithinTotal,
  hoursAddUp,
  creditsAddUp,
  groupBounds,
  barredUnits,
  combinationSaidOnce,
  combinationPossible,
  pathwayPossible,
  unitSelectable,
  idleBounds,
  unitOfferedOnce,
  optionalGroupChosen,
  optionalUnitNeeded,
  datesInOrder,
  placeholderLeft,
  regulationClaimed,
  ownWorkVerified,
  witnessListMade,
  keysWritten,
  houseTerms,
  houseTermsTogether,
];
