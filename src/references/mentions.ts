import { buildFramework } from "../model/build-framework.ts";
import { replacementsOf } from "../model/successors.ts";
import type { Framework } from "../model/types.ts";
import { unitMentions } from "../model/unit-mentions.ts";
import { writtenMaps } from "../model/written-maps.ts";
import type { FrameworkShape, InlineUnitShape, QualificationShape, UnitShape, WaiverShape } from "../schema/shapes.ts";
import type { Path, SpecFile } from "../source/spec-file.ts";
import type { Mention, Name, SoundFile } from "./mention.ts";

/** Every place of these files that gives a name or uses one, file by file. */
export function mentionsIn(files: readonly SoundFile[]): readonly Mention[] {
  const frameworks = files
    .filter(({ kind }) => kind === "framework")
    .map(({ spec }) => buildFramework(spec, spec.data as FrameworkShape));
  return files.flatMap((file) => inFile(file, frameworks));
}

function inFile({ kind, spec }: SoundFile, frameworks: readonly Framework[]): readonly Mention[] {
  switch (kind) {
    case "qualification":
      return inQualification(spec, spec.data as QualificationShape);
    case "unit":
      return inUnit(spec, [], spec.data as UnitShape);
    case "framework":
      return frameworks.filter(({ origin }) => origin.spec === spec).flatMap((one) => inFramework(one, frameworks));
  }
}

function inQualification(spec: SpecFile, source: QualificationShape): readonly Mention[] {
  const { id, rulesOfCombination: rules } = source;
  const top: Path = ["rulesOfCombination"];
  const unit = (path: Path, name: string) => uses(spec, path, { of: "specification", id: name, within: null });
  const local = (of: "group" | "pathway", path: Path, name: string) => uses(spec, path, { of, id: name, within: id });
  return [
    defines(spec, ["id"], { of: "qualification", id, within: null }),
    ...(rules?.groups ?? []).flatMap((group, at) => [
      defines(spec, [...top, "groups", at, "id"], { of: "group", id: group.id, within: id }),
      ...(group.units ?? []).map((name, place) => unit([...top, "groups", at, "units", place], name)),
    ]),
    ...unitMentions(source).map(({ id: name, path }) => ({
      ...unit(path, name),
      isKey: path.at(-2) === "prerequisites" && path.at(-1) === name,
    })),
    ...(rules?.constraints ?? []).flatMap(({ groups = [], pathway }, at) => [
      ...groups.map((name, place) => local("group", [...top, "constraints", at, "groups", place], name)),
      ...(pathway === undefined ? [] : [local("pathway", [...top, "constraints", at, "pathway"], pathway)]),
    ]),
    ...(rules?.pathways ?? []).flatMap((pathway, at) => [
      defines(spec, [...top, "pathways", at, "id"], { of: "pathway", id: pathway.id, within: id }),
      ...(pathway.groups ?? []).map((name, place) => local("group", [...top, "pathways", at, "groups", place], name)),
    ]),
    ...inWaivers(spec, [], source.waivers),
    ...(source.units ?? []).flatMap((one, at) => inUnit(spec, ["units", at], one)),
  ];
}

function inUnit(spec: SpecFile, above: Path, source: InlineUnitShape): readonly Mention[] {
  const part = (path: Path, key: string | undefined) =>
    key === undefined ? [] : [defines(spec, [...above, ...path, "key"], { of: "part", id: key, within: source.id })];
  return [
    defines(spec, [...above, "id"], { of: "unit", id: source.id, within: null }),
    ...source.learningOutcomes.flatMap(({ key, assessmentCriteria = [] }, at) => [
      ...part(["learningOutcomes", at], key),
      ...assessmentCriteria.flatMap((one, place) =>
        typeof one === "string" ? [] : part(["learningOutcomes", at, "assessmentCriteria", place], one.key),
      ),
    ]),
    ...writtenMaps(source).flatMap(({ path, maps }) =>
      Object.entries(maps).flatMap(([framework, entries]) => {
        const here = [...above, ...path, "maps", framework];
        return [
          { ...uses(spec, here, { of: "specification", id: framework, within: null }), isKey: true },
          ...entries.map((id, place) => uses(spec, [...here, place], { of: "entry", id, within: framework })),
        ];
      }),
    ),
    ...inWaivers(spec, above, source.waivers),
  ];
}

function inFramework(framework: Framework, all: readonly Framework[]): readonly Mention[] {
  const { id, origin, nodes, replaces, source } = framework;
  const { spec } = origin;
  const newer = replacementsOf(framework, all);
  return [
    defines(spec, ["id"], { of: "framework", id, within: null }),
    ...(replaces === null ? [] : [uses(spec, ["replaces"], { of: "specification", id: replaces, within: null })]),
    ...nodes.flatMap((node) => [
      defines(spec, [...node.origin.path, "id"], { of: "entry", id: node.id, within: id }),
      ...(["next", "includes", "replacedBy"] as const).flatMap((key) =>
        node[key].map((name, at) => {
          // What has taken its place stands in the version that replaces this one, else here.
          const home = key === "replacedBy" ? newer.find(({ nodeIds }) => nodeIds.has(name)) : undefined;
          return uses(spec, [...node.origin.path, key, at], { of: "entry", id: name, within: home?.id ?? id });
        }),
      ),
    ]),
    ...inWaivers(spec, [], source.waivers),
  ];
}

/** `at: dl1` or `at: dl1#job-duties`; what stands behind a slash is a number. */
function inWaivers(spec: SpecFile, above: Path, waivers: readonly WaiverShape[] = []): readonly Mention[] {
  return waivers.flatMap(({ at }, position) => {
    const [, id = "", mark = "", key = ""] = /^([^#/]+)([#/]?)(.*)$/su.exec(at ?? "") ?? [];
    if (id === "") return [];
    const path = [...above, "waivers", position, "at"];
    const whole = uses(spec, path, { of: "specification", id, within: null });
    if (mark !== "#" || key === "") return [whole];
    return [whole, { ...uses(spec, path, { of: "part", id: key, within: id }), from: id.length + 1 }];
  });
}

function defines(spec: SpecFile, path: Path, name: Name): Mention {
  return { ...uses(spec, path, name), isDefinition: true };
}

function uses(spec: SpecFile, path: Path, name: Name): Mention {
  return { ...name, isDefinition: false, spec, path, isKey: false, from: 0 };
}
