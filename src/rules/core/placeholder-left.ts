import type { Qualification, Unit } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { eachText } from "../each-text.ts";
import { findPlaceholder, isPlaceholder } from "../find-placeholder.ts";
import data from "./data/placeholders.json" with { type: "json" };

const qualification = (progression: string) =>
  `kind: qualification\nid: q\ntitle: Q\nprogression: ${progression}\nrequirementsBeforeAward: none\n`;

export const placeholderLeft = defineRule({
  id: "placeholder-left",
  severity: "warning",
  summary: "No text holds the place of an answer that is still to come",
  why: "Such words count as an answer for every other check, and are printed on every paper that learners and centres get.",
  basis: "practice",
  checks: ["Q002"],
  source: "Practice: what editors search for before anything is published",
  good: qualification("A Level 3 Award in Baking."),
  bad: qualification("«TBC»"),
  unit: lookThrough,
  qualification: lookThrough,
});

/** What has a form of its own, such as a number, is found by the rule on that form. */
const left = new Set(data.keysOfOtherRules);

/** Units in the file of a qualification are asked as units. */
const leftToUnits = "units";

function lookThrough(one: Qualification | Unit, report: Report): void {
  const skips = (path: Path) => left.has(String(path.at(-1))) || (path.length === 1 && path[0] === leftToUnits);
  for (const { text, path } of eachText(one.source, skips)) reportIn(one, text, path, report);
}

function reportIn(one: Qualification | Unit, text: string, path: Path, report: Report): void {
  const found = findPlaceholder(text);
  if (found === null || isObjectiveWithoutWords(one, text, path)) return;
  const words = code(text.slice(found.start, found.end).replace(/\s+/gu, " "));
  const none = one.type === "qualification" && isPlaceholder(text) ? `, or ${code("none")} where there is nothing` : "";
  const message = `Unexpected ${words}, which holds the place of an answer, expected the answer; write it${none}`;
  report(one.origin.spec.stretchAt([...one.origin.path, ...path], found.start, found.end), message);
}

/** An error of its own, where a regulator asks for an objective. */
function isObjectiveWithoutWords({ source }: Qualification | Unit, text: string, path: Path): boolean {
  const isAsked = !("regulators" in source) || source.regulators !== "none";
  return path.join(".") === "objective.statement" && isAsked && isPlaceholder(text);
}
