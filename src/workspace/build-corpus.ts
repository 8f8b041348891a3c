import { buildFramework } from "../model/build-framework.ts";
import { buildQualification } from "../model/build-qualification.ts";
import { buildUnit } from "../model/build-unit.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Register } from "../model/register.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import type { FrameworkShape, QualificationShape, UnitShape } from "../schema/shapes.ts";
import { referencesOf, type Used } from "./gather-used.ts";
import type { Library } from "./library.ts";
import type { KeptModels } from "./memory.ts";
import type { ReadFile } from "./read-file.ts";
import { languageOf } from "./workspace.ts";

export interface CorpusExtra {
  /** Whether these are all the files that the workspace has. */
  readonly isWhole?: boolean;
  readonly register?: Register | null;
  /** Models that were made before. */
  readonly kept?: KeptModels | undefined;
}

/** The model of every sound file in use. */
export function buildCorpus(library: Library, used: Used, extra: CorpusExtra = {}): Corpus {
  const { isWhole = false, register = null, kept } = extra;
  const { config, spec } = library.workspace;
  const language = languageOf(library.workspace);
  const units = new Map<object, Unit>();
  const frameworks = new Map<object, Framework>();
  for (const { sound } of used.files) {
    if (sound?.kind !== "framework") continue;
    const file = sound.spec;
    const make = () => buildFramework(file, file.data as FrameworkShape);
    frameworks.set(file, kept?.frameworks.get(file, [], make) ?? make());
  }
  const lookUp = (id: string): Unit | Framework | "broken" | null => {
    const found = used.lookups.get(id);
    if (found === undefined || found.files.length === 0) return null;
    const key = found.sound?.sound?.spec;
    if (key === undefined) return "broken";
    return units.get(key) ?? frameworks.get(key) ?? null;
  };
  const findUnit = (id: string) => {
    const found = lookUp(id);
    return found === null || found === "broken" || found.type === "unit" ? found : null;
  };
  const findFramework = (id: string) => {
    const found = lookUp(id);
    return found !== null && found !== "broken" && found.type === "framework" ? found : null;
  };
  // What a model is made from besides its own file: the language, and what it refers to.
  const from = (file: ReadFile) => [language, ...referencesOf(file).map(lookUp)];
  for (const read of used.files) {
    if (read.sound?.kind !== "unit") continue;
    const file = read.sound.spec;
    const make = () => buildUnit(file, [], file.data as UnitShape, language, findFramework);
    units.set(file, kept?.units.get(file, from(read), make) ?? make());
  }
  const qualifications: Qualification[] = [];
  for (const read of used.files) {
    if (read.sound?.kind !== "qualification") continue;
    const file = read.sound.spec;
    const make = () => buildQualification(file, file.data as QualificationShape, language, findUnit, findFramework);
    qualifications.push(kept?.qualifications.get(file, from(read), make) ?? make());
  }
  const inline = qualifications.flatMap(({ inlineUnits }) => inlineUnits);
  return {
    qualifications,
    units: [...inline, ...units.values()],
    frameworks: [...frameworks.values()],
    find: (id) =>
      inline.find((unit) => unit.id === id) ?? lookUp(id) ?? qualifications.find((one) => one.id === id) ?? null,
    knownIds: [...new Set([...library.knownIds(), ...inline.map(({ id }) => id)])],
    misnamed: (id) => library.misnamed(id),
    isWhole,
    config,
    workspaceSpec: spec,
    register,
  };
}
