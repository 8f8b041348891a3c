import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const unit = (id: string, reference: string) =>
  `# ${id}.yaml\nkind: unit\nid: ${id}\ntitle: ${id}\nreference: ${reference}\nlearningOutcomes: []\n`;

export const unitReferenceUnique = defineRule({
  id: "unit-reference-unique",
  severity: "error",
  summary: "A unit reference belongs to one unit of its owner",
  why: "Results and credit transfers go by the reference: under one that two units have, nobody can tell which was achieved.",
  basis: "register",
  checks: ["I023"],
  source: "The regulator's data extract: a unit is known by its owner and its reference",
  good: unit("a", "K/505/1933") + unit("b", "D/651/1483"),
  bad: unit("a", "K/505/1933") + unit("b", "«K/505/1933»"),
  corpus: ({ units }, report) => {
    const first = new Map<string, (typeof units)[number]>();
    const sorted = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const one of sorted) {
      const { reference = "none", owner = "none" } = one.source;
      if (reference === "none") continue;
      // Two owners may each have a unit of one reference: a unit that they share.
      const key = `${owner.toLowerCase()} ${reference}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, one);
        // A copy of a file has the id of another, and `id-unique` says so.
      } else if (other.id !== one.id) {
        const message = `Unexpected second unit with the reference ${code(reference)}, expected one of its own; ${code(other.id)} has it already, so correct one of the two`;
        report(placeOf(one, "reference"), message, [{ message: "first here", place: placeOf(other, "reference") }]);
      }
    }
  },
});
