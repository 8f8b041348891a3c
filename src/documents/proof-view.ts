import { describeRouteRule, describeUnmetRule } from "../model/route-rule-words.ts";
import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { TooManyEdges } from "../routes/graph.ts";
import { type PathwayProof, type Proof, prove } from "../routes/prove.ts";
import type { RouteRule } from "../routes/rules.ts";
import { figures, type Structure } from "../routes/structure.ts";
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
  const answerOf = (heading: string, of: Proved) => ({
    heading,
    ...answerView(of, title, words),
    ...rulesView(of, structure, words),
  });
  return {
    reason: null,
    answers: [
      answerOf(words("conformance.proof.whole"), proof),
      ...proof.pathways.map((pathway) =>
        answerOf(
          words("conformance.proof.pathway", {
            pathway: pathways.find(({ id }) => id === pathway.id)?.title ?? pathway.id,
          }),
          pathway,
        ),
      ),
    ],
  };
}

type Proved = Omit<PathwayProof, "id">;

function notProved(key: string, words: Words) {
  return { reason: words(key), answers: [] };
}

function attempt(work: () => Proof): Proof | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}

function answerView(answer: Proved, title: (id: string) => string, words: Words) {
  const { isFeasible, routes, lowest, highest, neverSelectable, alwaysNeeded, notStated } = answer;
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
    unknown: figures.flatMap((figure) => {
      if (!isFeasible || (lowest[figure] !== null && highest[figure] !== null)) return [];
      const label = words(`conformance.figure.${figure}`);
      return notStated[figure].length === 0
        ? [words("conformance.proof.not-found", { figure: label })]
        : [words("conformance.proof.not-stated", { figure: label, units: notStated[figure].map(title).join("; ") })];
    }),
    never: neverSelectable.map(title),
    always: alwaysNeeded.map(title),
  };
}

/** The rules that stand in each other's way or do nothing, and how far that is proved. */
function rulesView({ contradiction, idleBounds }: Proved, structure: Structure, words: Words) {
  const isOne = contradiction.rules.length === 1;
  const list = (key: string, rules: readonly RouteRule[], describe = describeRouteRule) => ({
    heading: words(`conformance.proof.${key}`),
    rules: rules.map((rule) => sentence(describe(rule, structure))),
  });
  const lists = [
    isOne
      ? list("unmet", contradiction.rules, describeUnmetRule)
      : list(contradiction.isSmallest ? "contradiction" : "contradiction-not-smallest", contradiction.rules),
    list("idle", idleBounds.idle),
    list("undecided", idleBounds.undecided),
  ];
  return { rules: lists.filter(({ rules }) => rules.length > 0) };
}

/** "1,234,567": a number of routes may have fifty digits. */
function grouped(count: bigint): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

function sentence(text: string): string {
  return capitalise(text.replace(/`([^`]*)`/gu, "“$1”"));
}
