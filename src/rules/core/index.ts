import type { Rule } from "../define-rule.ts";
import { barredUnits } from "./barred-units.ts";
import { combinationPossible } from "./combination-possible.ts";
import { creditsAddUp } from "./credits-add-up.ts";
import { datesInOrder } from "./dates-in-order.ts";
import { fileNamedById } from "./file-named-by-id.ts";
import { groupBounds } from "./group-bounds.ts";
import { groupExists } from "./group-exists.ts";
import { hoursAddUp } from "./hours-add-up.ts";
import { hoursWithinTotal } from "./hours-within-total.ts";
import { houseTerms } from "./house-terms.ts";
import { idUnique } from "./id-unique.ts";
import { keysUnique } from "./keys-unique.ts";
import { knownWords } from "./known-words.ts";
import { levelStated } from "./level-stated.ts";
import { mappingExists } from "./mapping-exists.ts";
import { numbersUnique } from "./numbers-unique.ts";
import { outcomeHasCriteria } from "./outcome-has-criteria.ts";
import { unitExists } from "./unit-exists.ts";
import { unitFactsStated } from "./unit-facts-stated.ts";
import { unitInGroup } from "./unit-in-group.ts";
import { unitSelectable } from "./unit-selectable.ts";
import { unitUsed } from "./unit-used.ts";

/** Rules for every specification, whoever regulates it: references, identity, structure, sums. */
export const coreRules: readonly Rule[] = [
  fileNamedById,
  idUnique,
  unitExists,
  unitInGroup,
  unitUsed,
  groupExists,
  mappingExists,
  knownWords,
  outcomeHasCriteria,
  unitFactsStated,
  keysUnique,
  numbersUnique,
  levelStated,
  hoursWithinTotal,
  hoursAddUp,
  creditsAddUp,
  groupBounds,
  barredUnits,
  combinationPossible,
  unitSelectable,
  datesInOrder,
  houseTerms,
];
