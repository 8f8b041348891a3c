import { buildFramework } from "../model/build-framework.ts";
import { buildQualification } from "../model/build-qualification.ts";
import { buildUnit } from "../model/build-unit.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Register } from "../model/register.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import type { FrameworkShape, QualificationShape, UnitShape } from "../schema/shapes.ts";
import type { Used } from "./gather-used.ts";
import type { Library } from "./library.ts";

const defaultLanguage = "en-GB";

/** The model of every sound file in use; `isWhole` says whether these are all that the workspace has. */
export function buildCorpus(library: Library, used: Used, isWhole = false, register: Register | null = null): Corpus {
  const { config, spec } = library.workspace;
  const language = config.language ?? defaultLanguage;
  const units = new Map<object, Unit>();
  const frameworks = new Map<object, Framework>();
  const sound = used.files.flatMap((file) => file.sound ?? []);
  for (const { kind, spec: file } of sound) {
    if (kind === "framework") frameworks.set(file, buildFramework(file, file.data as FrameworkShape));
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
  for (const { kind, spec: file } of sound) {
    if (kind === "unit") units.set(file, buildUnit(file, [], file.data as UnitShape, language, findFramework));
  }
  const qualifications: Qualification[] = sound
    .filter(({ kind }) => kind === "qualification")
    .map(({ spec: file }) =>
      buildQualification(file, file.data as QualificationShape, language, findUnit, findFramework),
    );
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
