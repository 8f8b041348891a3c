import type { Qualification } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const qualification = (id: string, number: string) =>
  `# ${id}.yaml\nkind: qualification\nid: ${id}\ntitle: ${id}\nregulators: none\nawardingOrganisation: { name: Example Awards, recognitionNumber: ${number} }\n`;

export const recognitionNumberAgrees = defineRule({
  id: "recognition-number-agrees",
  severity: "error",
  summary: "An awarding organisation has the same recognition number in all of its qualifications",
  why: "The regulator recognises an organisation under one number: with another one a qualification looks as if it were somebody else's.",
  basis: "practice",
  checks: ["I024"],
  source: "Practice",
  conditions: { ofqual: "Condition E6.2(b)" },
  good: qualification("a", "RN5000") + qualification("b", "RN5000") + qualification("c", "none"),
  bad: qualification("a", "RN5000") + qualification("b", "RN5000") + qualification("c", "«RN5001»"),
  corpus: ({ qualifications }, report) => {
    for (const ofOne of byOrganisation(qualifications)) {
      const [most, ...others] = [...groupBy(ofOne, numberOf).values()].sort((a, b) => b.length - a.length);
      const [first] = most ?? [];
      for (const one of others.flat()) {
        if (first === undefined) continue;
        const message = `Unexpected recognition number ${code(numberOf(one))}, expected ${code(numberOf(first))}, which ${code(first.id)} has for the same awarding organisation; correct one of the two`;
        report(placeOf(one, ...keys), message, [{ message: "the other number", place: placeOf(first, ...keys) }]);
      }
    }
  },
});

const keys = ["awardingOrganisation", "recognitionNumber"] as const;

/** The qualifications that name both an organisation and its number, in the order of their ids. */
function byOrganisation(qualifications: readonly Qualification[]): Iterable<readonly Qualification[]> {
  const named = [...qualifications]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter((one) => !["", "none"].includes(numberOf(one)) && nameOf(one) !== "");
  return groupBy(named, nameOf).values();
}

function nameOf({ source }: Qualification): string {
  return (source.awardingOrganisation?.name ?? "").toLowerCase().replace(/\s+/gu, " ").trim();
}

function numberOf({ source }: Qualification): string {
  return source.awardingOrganisation?.recognitionNumber?.trim() ?? "";
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
