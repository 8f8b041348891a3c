import type { Rule } from "../define-rule.ts";

/** Good practice in writing units: what an editor would suggest, whoever regulates the qualification. */
export const practiceRules: readonly Rule[] = [];
