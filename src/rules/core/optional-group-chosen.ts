import type { Group, Qualification } from "../../model/types.ts";
import { code, countOf } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import data from "./data/optional-words.json" with { type: "json" };

const example = (require: string, title = "Optional units") =>
  `# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, title: Mandatory units, require: all, units: [a] }\n    - { id: O, title: ${title}${require}, units: [b, c] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n  - { id: c, title: C, learningOutcomes: [] }\n`;

export const optionalGroupChosen = defineRule({
  id: "optional-group-chosen",
  severity: "warning",
  summary: "A group that is called optional says how much of it is to be chosen",
  why: "Without a word on it a group asks for all of its units, so that learners have to take what they were told they may choose.",
  basis: "practice",
  source: "Practice",
  good: example(", require: { units: { min: 1 } }"),
  bad: example("", "«Optional units»"),
  qualification: (qualification, report) => {
    for (const group of qualification.groups) {
      const { all, units } = group.require;
      const count = group.units.length;
      const isWhole = all || (count > 0 && (units?.min ?? 0) === count && (units?.max ?? count) >= count);
      if (!isWhole || !isCalledOptional(group, qualification)) continue;
      const isSaid = Object.hasOwn(sourceOf(group, qualification), "require");
      const what = isSaid ? "that" : `without ${code("require")}, which`;
      const message = `Unexpected group ${code(group.id)} called optional ${what} asks for all of its ${countOf(count, "unit")}, expected a choice; write how much is to be chosen, such as ${code("require: { units: { min: 1 } }")}, or another title`;
      report(placeOf(group, isSaid ? "require" : "title"), message);
    }
  },
});

function sourceOf({ origin }: Group, { source }: Qualification): object {
  return source.rulesOfCombination?.groups?.[Number(origin.path.at(-1))] ?? {};
}

const words: Readonly<Record<string, { readonly optional: string; readonly mandatory: string }>> = data.words;

function isCalledOptional({ title }: Group, { language }: Qualification): boolean {
  const known = words[/^[a-z]+/iu.exec(language)?.[0].toLowerCase() ?? ""];
  if (known === undefined) return false;
  return new RegExp(known.optional, "iu").test(title) && !new RegExp(known.mandatory, "iu").test(title);
}
