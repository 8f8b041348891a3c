import { buildFramework } from "../model/build-framework.ts";
import type { FrameworkShape } from "../schema/shapes.ts";
import type { Path } from "../source/spec-file.ts";
import { type FrameworkNames, homeOf } from "./home-of.ts";
import type { Mention, SoundFile } from "./mention.ts";
import { namesAt, type Written } from "./names-at.ts";

/** Every place of these files that gives a name or uses one, file by file. */
export function mentionsIn(files: readonly SoundFile[]): readonly Mention[] {
  const frameworks = files
    .filter(({ kind }) => kind === "framework")
    .map(({ spec }) => buildFramework(spec, spec.data as FrameworkShape));
  return files.flatMap((file) => inFile(file, frameworks));
}

/** What YAML references repeat is a mention in each place, as it is read there. */
function inFile({ kind, spec }: SoundFile, frameworks: readonly FrameworkNames[]): readonly Mention[] {
  const idOf = ([units, at]: Path) => {
    const { id, units: inline = [] } = spec.data as { id: string; units?: readonly { id: string }[] };
    return units === "units" && typeof at === "number" ? (inline[at]?.id ?? "") : id;
  };
  return writtenIn(spec.data, []).flatMap((one) =>
    namesAt(kind, one, idOf).flatMap(({ of, isSuccessor, within, ...name }): readonly Mention[] => {
      // What is called so by qualspec can be given no other name.
      if (of === "rule" || of === "term") return [];
      const home = isSuccessor && within !== null ? homeOf(name.id, within, frameworks) : within;
      return [{ ...name, of, within: home, spec, path: one.path, isKey: one.part === "key" }];
    }),
  );
}

function writtenIn(data: unknown, path: Path): readonly Written[] {
  if (typeof data === "string") return [{ path, part: "scalar", value: data }];
  if (typeof data !== "object" || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((one, at) => writtenIn(one, [...path, at]));
  return Object.entries(data).flatMap(([key, one]) => {
    const below = [...path, key];
    return [{ path: below, part: "key", value: key } as const, ...writtenIn(one, below)];
  });
}
