import type { Criterion, Observation, Unit } from "../model/types.ts";
import type { RangeShape } from "../schema/shapes.ts";
import { hasWord, type Words } from "../words/words.ts";

export interface RangeView {
  readonly instruction: string;
  readonly items: readonly string[];
}

/** A range list, with how much of it is asked for: all, unless it says otherwise. */
export function rangeView(range: RangeShape | null | undefined, words: Words): RangeView | null {
  if (range === null || range === undefined) return null;
  const { require = "all", items } = range;
  const instruction =
    typeof require === "object"
      ? words("criterion.range-at-least", { count: require.atLeast })
      : words(`criterion.range-${require}`);
  return { instruction, items };
}

/** "observation, work product": the words of the format, and those of the house as they are. */
export function methodNames(methods: readonly string[], words: Words): string {
  return methods.map((method) => methodName(method, words)).join(", ");
}

/** The methods for the whole unit, in one phrase; null where it states none. */
export function methodsOfUnit({ source }: Unit, words: Words): string | null {
  const methods = source.assessment?.evidence?.methods ?? source.assessment?.methods ?? [];
  return methods.length === 0 ? null : methodNames(methods, words);
}

/** Whether a criterion is shown by other methods than its unit as a whole, so that they are worth printing. */
export function hasOwnMethods({ source }: Unit, { evidence }: Criterion): boolean {
  const ofUnit = source.assessment?.evidence?.methods ?? source.assessment?.methods ?? [];
  return evidence.methods.join() !== ofUnit.join();
}

export function methodName(method: string, words: Words): string {
  return wordOr(`method.${method}`, method, words);
}

/** "on 2 occasions, in the workplace" */
export function observationWords(observation: Observation, words: Words): string {
  const { occasions, setting } = observation;
  const often =
    occasions === null || occasions === 0
      ? words("observation.at-least-once")
      : occasions === 1
        ? words("observation.occasions-one")
        : words("observation.occasions-many", { count: occasions });
  return setting === null
    ? often
    : words("observation.in", { occasions: often, setting: wordOr(`setting.${setting}`, setting, words) });
}

/** What a learner is told when the chance to perform may not come up; `-assessor` for what the assessor is told. */
export function exceptionWords({ exception }: Criterion, reader: "" | "-assessor", words: Words): string | null {
  if (exception === null) return null;
  return wordOr(`criterion.exception${reader}.${exception}`, exception, words);
}

/** How a criterion is assessed, in one line: what it asks for, and the rules that are its own. */
export function criterionRules(unit: Unit, criterion: Criterion, words: Words): string {
  const { kind, evidence, observation, simulation, grade } = criterion;
  return [
    kind === null ? "" : words(`check.${kind}`),
    hasOwnMethods(unit, criterion) ? words("check.methods", { methods: methodNames(evidence.methods, words) }) : "",
    observation === null ? "" : words("criterion.observed", { how: observationWords(observation, words) }),
    simulation === null ? "" : words(`check.simulation-${simulation}`),
    grade === null ? "" : words("criterion.grade", { grade }),
  ]
    .filter((rule) => rule !== "")
    .join(" · ");
}

function wordOr(key: string, own: string, words: Words): string {
  return hasWord(key) ? words(key) : own.replace(/-/gu, " ");
}
