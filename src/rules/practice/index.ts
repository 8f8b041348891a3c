import type { Rule } from "../define-rule.ts";
import { abbreviationExplained } from "./abbreviation-explained.ts";
import { criterionBeginsWithVerb } from "./criterion-begins-with-verb.ts";
import { criterionRepeated } from "./criterion-repeated.ts";
import { examplesInRange } from "./examples-in-range.ts";
import { oneDemand } from "./one-demand.ts";
import { outcomeAndCriteriaAgree } from "./outcome-and-criteria-agree.ts";
import { plainLanguage } from "./plain-language.ts";
import { rangeSaysHowMuch } from "./range-says-how-much.ts";
import { textStandsAlone } from "./text-stands-alone.ts";
import { vagueCriterion } from "./vague-criterion.ts";
import { verbFitsLevel } from "./verb-fits-level.ts";
import { verbSpelt } from "./verb-spelt.ts";

/** Good practice in writing units: what an editor would suggest, whoever regulates the qualification. */
export const practiceRules: readonly Rule[] = [
  criterionBeginsWithVerb,
  verbSpelt,
  oneDemand,
  verbFitsLevel,
  outcomeAndCriteriaAgree,
  criterionRepeated,
  vagueCriterion,
  rangeSaysHowMuch,
  examplesInRange,
  plainLanguage,
  textStandsAlone,
  abbreviationExplained,
];
