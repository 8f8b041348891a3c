import { given } from "../../documents/given.ts";
import { levelName } from "../../model/level.ts";
import type { Framework, Qualification, Unit } from "../../model/types.ts";
import { plainBlock, plainInline } from "../../render/markdown.ts";
import { anchorOf } from "../address.ts";
import { marksOf, tagsOfMarks } from "../marks.ts";
import { factsOf } from "../pages/units.ts";
import type { Site } from "../site.ts";
import type { EntryTexts, SearchEntry } from "./terms.ts";

/** Units whose texts stand in one file: a page of results asks for a few of them. */
export const unitsInTexts = 40;

export function qualificationEntry(qualification: Qualification, site: Site): SearchEntry {
  const { words } = site;
  const { id, title, source, levels } = qualification;
  const objective = given(source.objective?.statement);
  return {
    id,
    kind: "q",
    name: title,
    facts: [words("site.kind.qualification"), ...levels.map(levelName), ...marksIn(qualification, site)].join(" · "),
    text: -1,
    numbers: "",
    title: [title, id, ...codes(given(source.number))].join(" "),
    aim: objective === null ? "" : plainBlock(objective),
    criteria: "",
  };
}

export function unitEntry(unit: Unit, position: number, site: Site): SearchEntry {
  const { id, title, source, outcomes } = unit;
  const facts = factsOf(unit, site);
  return {
    id,
    kind: "u",
    name: title,
    facts: [site.words("site.kind.unit"), facts, ...marksIn(unit, site)].filter((fact) => fact !== "").join(" · "),
    text: Math.floor(position / unitsInTexts),
    numbers: ` ${outcomes
      .flatMap((outcome) => [outcome, ...outcome.criteria].map(({ number }) => number.replace(/\s/gu, "")))
      .join(" ")
      .toLowerCase()} `,
    title: [title, id, ...codes(source.ownerReference, given(source.reference))].join(" "),
    aim: [source.aim ?? "", ...outcomes.map(({ text }) => text)].map(plainInline).join(" "),
    criteria: outcomes.flatMap(({ criteria }) => criteria.map(({ text }) => plainInline(text))).join(" "),
  };
}

export function frameworkEntry(framework: Framework, site: Site): SearchEntry {
  const { id, title, nodes, source } = framework;
  const { words } = site;
  return {
    id,
    kind: "f",
    name: title,
    facts: [
      words("site.kind.framework"),
      source.publisher ?? "",
      source.version === undefined ? "" : words("site.version", { version: source.version }),
      ...marksIn(framework, site),
    ]
      .filter((fact) => fact !== "")
      .join(" · "),
    text: -1,
    numbers: "",
    title: [title, id].join(" "),
    aim: nodes.flatMap((node) => node.title ?? []).join(" "),
    criteria: nodes.map(({ text }) => plainBlock(text ?? "")).join(" "),
  };
}

function marksIn(one: Qualification | Unit | Framework, site: Site): readonly string[] {
  return tagsOfMarks(marksOf(one, site), site).map(({ text }) => text);
}

/** As they are written, and as those type them who leave out what stands between: `K/650/2143` and `K6502143`. */
function codes(...written: readonly (string | null | undefined)[]): readonly string[] {
  return written.flatMap((code) => (code ? [code, code.replace(/[^\p{L}\p{N}]/gu, "")] : []));
}

export function textsOf(units: readonly Unit[]): EntryTexts {
  return Object.fromEntries(
    units.map((unit) => [
      unit.id,
      unit.outcomes.flatMap((outcome) =>
        [outcome, ...outcome.criteria].map(
          (part) => [anchorOf(unit, part), part.number, plainInline(part.text)] as const,
        ),
      ),
    ]),
  );
}
