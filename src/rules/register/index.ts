import type { Rule } from "../define-rule.ts";
import { registerDates } from "./register-dates.ts";
import { registerFacts } from "./register-facts.ts";
import { registerFigures } from "./register-figures.ts";
import { registerRow } from "./register-row.ts";
import { registerTitle } from "./register-title.ts";

/** What is compared with an export of the regulator's Register, where one is given. */
export const registerRules: readonly Rule[] = [
  registerRow,
  registerTitle,
  registerFigures,
  registerFacts,
  registerDates,
];
