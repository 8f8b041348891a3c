import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { isPlaceholder } from "../find-placeholder.ts";
import { gapAt, placeOf } from "../place.ts";

export const objectiveStated = defineRule({
  id: "objective-stated",
  severity: "error",
  summary: "The objective is stated in words, and is of at least one of the six kinds",
  why: "Everything else is judged against it: without an objective nobody can say whether the qualification does what it is for.",
  basis: "condition",
  checks: ["Q001", "Q002"],
  source: "Ofqual Condition E1.1, E1.2, E3.2(a)",
  good: "kind: qualification\nid: q\ntitle: Q\nobjective: { kinds: [support-a-role], statement: Supports the role. }\n",
  bad: "kind: qualification\nid: q\ntitle: Q\n«objective»: { statement: Supports the role. }\n",
  qualification: (qualification, report) => {
    const { objective } = qualification.source;
    const hasKinds = (objective?.kinds ?? []).length > 0;
    const statement = objective?.statement;
    const missing = [
      ...(hasKinds ? [] : [{ key: "kinds", what: "at least one of the six kinds of objective" }]),
      ...(statement === undefined ? [{ key: "statement", what: "the objective in words" }] : []),
    ];
    if (missing.length > 0) {
      const keys = joinWords(missing.map(({ key }) => code(`objective.${key}`)));
      const place =
        missing.length === 1
          ? gapAt(qualification, "objective", missing[0]?.key ?? "")
          : gapAt(qualification, "objective");
      report(place, `Missing ${joinWords(missing.map(({ what }) => what))} (E1.2, E3.2(a)), expected ${keys}; add it`);
    }
    if (statement !== undefined && saysNothing(statement)) {
      const message = `Unexpected objective ${code(statement.trim())}, which says nothing, expected what the qualification is for; write it in a sentence`;
      report(placeOf(qualification, "objective", "statement"), message);
    }
  },
});

/** A word that holds the place of a statement: a qualification cannot be for nothing. */
function saysNothing(statement: string): boolean {
  return /^\W*(?:none|n\/?a|not applicable|x|)\W*$/iu.test(statement) || isPlaceholder(statement);
}
