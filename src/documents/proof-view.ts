import { describeRouteRule } from "../model/route-rule-words.ts";
import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { TooManyEdges } from "../routes/graph.ts";
import { type Proof, prove } from "../routes/prove.ts";
import type { Answer } from "../routes/solve.ts";
import { figures } from "../routes/structure.ts";
import { capitalise } from "../text/words.ts";
import type { Words } from "../words/words.ts";

/** What the rules of combination come to: whether they can be met, how often, and with how much and how little. */
export function proofView(qualification: Qualification, words: Words) {
  if (!qualification.isComplete || qualification.units.length === 0)
    return notProved("conformance.proof.incomplete", words);
  const structure = structureOf(qualification);
  const title = (id: string) => qualification.units.find((unit) => unit.id === id)?.title ?? id;
  const proof = attempt(() => prove(structure, null));
  if (proof === null) return notProved("conformance.proof.too-large", words);
  const pathways = qualification.source.rulesOfCombination?.pathways ?? [];
  return {
    reason: null,
    answers: [
      { heading: words("conformance.proof.whole"), ...answerView(proof, title, words) },
      ...proof.pathways.map((pathway) => ({
        heading: words("conformance.proof.pathway", {
          pathway: pathways.find(({ id }) => id === pathway.id)?.title ?? pathway.id,
        }),
        ...answerView(pathway, title, words),
      })),
    ],
    contradiction: proof.contradiction.rules.map((rule) => sentence(describeRouteRule(rule, structure))),
    idle: proof.idleBounds.idle.map((rule) => sentence(describeRouteRule(rule, structure))),
  };
}

function notProved(key: string, words: Words) {
  return { reason: words(key), answers: [], contradiction: [], idle: [] };
}

function attempt(work: () => Proof): Proof | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}

function answerView(answer: Answer, title: (id: string) => string, words: Words) {
  const { isFeasible, routes, lowest, highest, neverSelectable, alwaysNeeded } = answer;
  const count = routes === null ? words("conformance.proof.not-counted") : grouped(routes);
  return {
    sentence: isFeasible
      ? words(routes === 1n ? "conformance.proof.one" : "conformance.proof.many", { count })
      : words("conformance.proof.none"),
    figures: figures.flatMap((figure) => {
      const [low, high] = [lowest[figure], highest[figure]];
      if (low === null || high === null) return [];
      const units = (ids: readonly string[]) => ids.map(title).join("; ");
      return [
        {
          label: words(`conformance.figure.${figure}`),
          low: String(low.value),
          high: String(high.value),
          lowUnits: low.value === high.value ? words("conformance.proof.any-route") : units(low.units),
          highUnits: low.value === high.value ? words("conformance.proof.any-route") : units(high.units),
        },
      ];
    }),
    never: neverSelectable.map(title),
    always: alwaysNeeded.map(title),
  };
}

/** "1,234,567": a number of routes may have fifty digits. */
function grouped(count: bigint): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

function sentence(text: string): string {
  return capitalise(text.replace(/`([^`]*)`/gu, "“$1”"));
}
