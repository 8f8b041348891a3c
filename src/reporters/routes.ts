import { describeRouteRule, describeUnmetRule } from "../model/route-rule-words.ts";
import type { Contradiction } from "../routes/contradiction.ts";
import type { Extreme } from "../routes/extremes.ts";
import type { Proof } from "../routes/prove.ts";
import type { RouteRule } from "../routes/rules.ts";
import type { Answer } from "../routes/solve.ts";
import { type Figure, figures, type Structure } from "../routes/structure.ts";
import { countOf, joinWords } from "../text/words.ts";
import type { Colours } from "./colours.ts";

export interface ProvedQualification {
  readonly id: string;
  readonly title: string;
  readonly structure: Structure;
  readonly proof: Proof;
}

/** What is said of rules, of a whole and of a pathway alike. */
type Explained = Pick<Proof, "contradiction" | "idleBounds">;

const names: Readonly<Record<Figure, string>> = {
  credit: "Credit",
  guidedLearningHours: "Guided learning hours",
  totalUnitTime: "Total unit time",
};

/** The proof for programs. */
export function jsonProof({ id, structure, proof }: ProvedQualification) {
  const ruleItem = (rule: RouteRule) => ({
    rule: describeRouteRule(rule, structure),
    pointer: `/rulesOfCombination${rule.at}`,
  });
  const rulesOf = ({ contradiction, idleBounds }: Explained) => ({
    idleBounds: idleBounds.idle.map(ruleItem),
    idleBoundsUndecided: idleBounds.undecided.map(ruleItem),
    contradiction: contradiction.rules.map(ruleItem),
    contradictionIsSmallest: contradiction.rules.length === 0 ? null : contradiction.isSmallest,
  });
  return {
    id,
    ...jsonAnswer(proof),
    ...rulesOf(proof),
    pathways: proof.pathways.map((pathway) => ({
      id: pathway.id,
      ...jsonAnswer(pathway),
      ...rulesOf(pathway),
    })),
    choice:
      proof.choice === null
        ? null
        : {
            valid: proof.choice.isValid,
            missing: proof.choice.missing,
            completion: proof.choice.completion,
            conflict:
              proof.choice.conflict === null
                ? null
                : {
                    units: proof.choice.conflict.units,
                    rules: proof.choice.conflict.rules.map(ruleItem),
                    isSmallest: proof.choice.conflict.isSmallest,
                  },
          },
  };
}

function jsonAnswer(answer: Answer) {
  const range = (figure: Figure) => ({
    min: answer.lowest[figure]?.value ?? null,
    max: answer.highest[figure]?.value ?? null,
  });
  const units = (extremes: Answer["lowest"]) =>
    Object.fromEntries(figures.map((figure) => [figure, extremes[figure]?.units ?? null]));
  return {
    feasible: answer.isFeasible,
    routes: answer.routes === null ? null : String(answer.routes),
    routesReason: answer.routesReason,
    credit: range("credit"),
    guidedLearningHours: range("guidedLearningHours"),
    totalUnitTime: range("totalUnitTime"),
    lowest: units(answer.lowest),
    highest: units(answer.highest),
    notStated: answer.notStated,
    neverSelectable: answer.neverSelectable,
    alwaysNeeded: answer.alwaysNeeded,
  };
}

/** The proof for people. */
export function prettyProof({ id, title, structure, proof }: ProvedQualification, chalk: Colours): string {
  const lines = [
    chalk.bold(`${id}: ${title}`),
    ...answerLines(proof, "  "),
    ...ruleLines(proof, structure, "  ", chalk),
  ];
  for (const pathway of proof.pathways) {
    lines.push(`  Pathway ${pathway.id}`, ...answerLines(pathway, "    "));
    lines.push(...ruleLines(pathway, structure, "    ", chalk));
  }
  return `${[...lines, ...choiceLines(proof, structure)].join("\n")}\n`;
}

function ruleLines(
  { contradiction, idleBounds }: Explained,
  structure: Structure,
  margin: string,
  chalk: Colours,
): readonly string[] {
  const listed = (label: string, rules: readonly RouteRule[], describe = describeRouteRule) =>
    rules.length === 0 ? [] : [`${margin}${label}:`, ...rules.map((rule) => `${margin}  ${describe(rule, structure)}`)];
  const isOne = contradiction.rules.length === 1;
  return [
    ...(isOne
      ? listed(chalk.red("This rule cannot be met"), contradiction.rules, describeUnmetRule)
      : listed(chalk.red("These rules contradict each other") + spareless(contradiction), contradiction.rules)),
    ...listed("These bounds change nothing", idleBounds.idle),
    ...listed("Whether these bounds change anything takes too long to find out", idleBounds.undecided),
  ];
}

/** Said only where it is: mostly no smaller set of rules contradicts itself. */
function spareless({ isSmallest }: Contradiction): string {
  return isSmallest ? "" : ", and none of them can be spared; whether fewer others do, too, takes too long to find out";
}

function answerLines(answer: Answer, margin: string): readonly string[] {
  if (!answer.isFeasible) return [`${margin}No route: no combination of units meets the rules`];
  const routes = answer.routes === null ? `Routes: not counted. ${answer.routesReason}` : `Routes: ${answer.routes}`;
  const ranges = figures.flatMap((figure) => figureLines(figure, answer, margin));
  const listed = (label: string, units: readonly string[]) =>
    units.length === 0 ? [] : [`${margin}${label}: ${units.join(", ")}`];
  return [
    margin + routes,
    ...ranges,
    ...listed("Needed by every route, though optional", answer.alwaysNeeded),
    ...listed("In no route", answer.neverSelectable),
  ];
}

function figureLines(figure: Figure, { lowest, highest, notStated }: Answer, margin: string): readonly string[] {
  const low = lowest[figure];
  const high = highest[figure];
  if (low === null || high === null) {
    const missing = notStated[figure];
    const why =
      missing.length === 0 ? "" : `, since ${joinWords(missing)} ${missing.length === 1 ? "leaves" : "leave"} it out`;
    return [`${margin}${names[figure]}: not known${why}`];
  }
  if (low.value === high.value) return [`${margin}${names[figure]}: ${low.value}`];
  const witness = ({ value, units }: Extreme) => `${margin}  ${value}: ${units.join(", ")}`;
  return [`${margin}${names[figure]}: ${low.value} to ${high.value}`, witness(low), witness(high)];
}

function choiceLines({ choice }: Proof, structure: Structure): readonly string[] {
  if (choice === null) return [];
  if (choice.isValid) return ["  The choice is valid."];
  if (choice.missing !== null) {
    return [
      `  The choice is not valid yet: ${countOf(choice.missing.length, "unit")} missing. What completes it in the least total unit time: ${choice.missing.join(", ")}`,
    ];
  }
  const { conflict } = choice;
  const rules = conflict?.rules.map((rule) => describeRouteRule(rule, structure)) ?? [];
  if ((conflict?.units ?? []).length === 0) return ["  The choice cannot be completed, and no other can: see above"];
  const isOne = rules.length === 1 && conflict?.isSmallest === true;
  return [
    `  The choice cannot be completed: ${joinWords(conflict?.units ?? [])} cannot stand together with ${isOne ? "this rule" : "these rules"}${conflict === null ? "" : spareless(conflict)}:`,
    ...rules.map((rule) => `    ${rule}`),
  ];
}
