import type { Basis } from "../diagnostics/explanation.ts";
import type { Rule } from "../rules/define-rule.ts";
import { basisOf, sourceFor } from "../rules/ground.ts";
import type { RulePack } from "../rules/index.ts";
import type { Words } from "../words/words.ts";
import type { Review } from "./define-document.ts";

/** In the order of their weight. */
const grounds: readonly Basis[] = ["condition", "guidance", "register", "practice", "format"];

/** Every check that the specification was held against, by what it rests on, with what came of it. */
export function checksView(packs: readonly RulePack[], { findings, waived, isOff, stoodBack }: Review, words: Words) {
  const rules = packs.flatMap((pack) => pack.rules);
  const regulators = packs.flatMap(({ regulator }) => regulator ?? []);
  return grounds
    .map((ground) => ({
      heading: words(`conformance.ground.${ground}`),
      rules: rules
        .filter((rule) => basisOf(rule, regulators) === ground)
        .map((rule) => ({
          summary: rule.summary,
          id: rule.id,
          source: sourceFor(rule, regulators),
          result: isOff(rule.id)
            ? words("conformance.check.off")
            : stoodBack.has(rule.id)
              ? words("conformance.check.stood-back", { rules: stoodBack.get(rule.id)?.join(", ") ?? "" })
              : resultOf(
                  rule,
                  findings.filter((finding) => finding.rule === rule.id).length,
                  waived.filter(({ finding }) => finding.rule === rule.id).length,
                  words,
                ),
        })),
    }))
    .filter((one) => one.rules.length > 0);
}

function resultOf(rule: Rule, found: number, accepted: number, words: Words): string {
  if (found === 0 && accepted === 0) return words("conformance.check.clean");
  const what = words(`conformance.severity.${rule.severity}`);
  return [
    found === 0 ? "" : words("conformance.check.found", { count: found, what }),
    accepted === 0 ? "" : words("conformance.check.waived", { count: accepted }),
  ]
    .filter((one) => one !== "")
    .join("; ");
}
