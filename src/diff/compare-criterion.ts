import type { Criterion, Observation } from "../model/types.ts";
import type { Effect, Said } from "./change.ts";
import { effectOnChoices, effectOnNumber, effectOnRange, one } from "./compare-demands.ts";
import { valueChange } from "./record.ts";
import { listOf, observationOf, plain, rangeOf, textOrNull } from "./values.ts";

/** What is written on a criterion itself, and is not what it was. */
export function compareOwn(before: Criterion, after: Criterion): readonly Said[] {
  const isText = true;
  return [
    ...valueChange("text", textOrNull(before.text), textOrNull(after.text), { isText }),
    ...valueChange("range", rangeOf(before.range), rangeOf(after.range), {
      change: "changed",
      effect: effectOnRange(before.range, after.range),
      isText,
    }),
    ...valueChange("evidence", textOrNull(before.evidence.minimum), textOrNull(after.evidence.minimum), { isText }),
    ...valueChange("task", textOrNull(before.task), textOrNull(after.task), { isText }),
    ...valueChange("content", textOrNull(before.content), textOrNull(after.content), { isText }),
    ...valueChange("guidance", textOrNull(before.guidance), textOrNull(after.guidance), { isText }),
    ...valueChange("grade", before.grade, after.grade),
  ];
}

/** What holds for a criterion, wherever it is written, in words: on itself, its outcome or its unit. */
const inherited: Readonly<Record<string, (criterion: Criterion) => string | null>> = {
  kind: ({ kind }) => kind,
  methods: ({ evidence }) => methodsOf([...evidence.methods].sort()),
  observation: ({ observation }) => observationOf(observation),
  simulation: ({ simulation }) => simulation,
  exception: ({ exception }) => plain(exception),
  maps: mapsOf,
};

type Judge = (before: Criterion, after: Criterion) => Effect | null;

const effects: Readonly<Record<string, Judge>> = {
  methods: (before, after) => effectOnChoices(before.evidence.methods, after.evidence.methods),
  observation: (before, after) => effectOnObservation(before.observation, after.observation),
  simulation: (before, after) => effectOnSimulation(before.simulation, after.simulation),
  exception: (before, after) => one(after.exception === null, before.exception === null),
};

/** What holds for a criterion, and is not what it was. */
export function compareInherited(before: Criterion, after: Criterion): readonly Said[] {
  return Object.entries(inherited).flatMap(([aspect, read]) =>
    valueChange(aspect, read(before), read(after), { effect: effects[aspect]?.(before, after) ?? null }),
  );
}

export function inheritedValue(aspect: string, criterion: Criterion): string | null {
  return inherited[aspect]?.(criterion) ?? null;
}

function methodsOf(methods: readonly string[]): string | null {
  return methods.length === 0 ? null : plain(methods.join(", "));
}

function effectOnObservation(before: Observation | null, after: Observation | null) {
  if (before === null || after === null) return one(before === null, after === null);
  const effect = effectOnNumber(before.occasions ?? 1, after.occasions ?? 1);
  if (before.setting === after.setting) return effect;
  const ofSetting = one(before.setting === null, after.setting === null);
  const isSame = effect === ofSetting || (before.occasions ?? 1) === (after.occasions ?? 1);
  return isSame ? ofSetting : null;
}

function effectOnSimulation(before: Criterion["simulation"], after: Criterion["simulation"]) {
  return one(after === "forbidden" || before === "allowed", before === "forbidden" || after === "allowed");
}

function mapsOf({ maps }: Criterion): string | null {
  const entries = Object.entries(maps).filter(([, nodes]) => nodes.length > 0);
  if (entries.length === 0) return null;
  return listOf(entries.map(([framework, nodes]) => `${framework}: ${[...nodes].sort().join(", ")}`).sort());
}
