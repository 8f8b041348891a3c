import type { Specification } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const idUnique = defineRule({
  id: "id-unique",
  severity: "error",
  summary: "An id names one thing in the whole workspace",
  why: "A reference to an id that two files claim could mean either; papers, links and records would mix them up.",
  basis: "format",
  checks: ["R021"],
  source: "The source format",
  serves: { ofqual: "Condition E3.3 (clear to a reasonable, informed person)" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: «a», title: B, learningOutcomes: [] }\n",
  corpus: ({ qualifications, units, frameworks }, report) => {
    const claiming = new Map<string, Specification[]>();
    for (const one of [...qualifications, ...units, ...frameworks]) {
      const id = one.id.toLowerCase();
      const others = claiming.get(id);
      if (others === undefined) claiming.set(id, [one]);
      else others.push(one);
    }
    for (const all of claiming.values()) if (all.length > 1) reportAll(all, report);
  },
});

function reportAll(all: readonly Specification[], report: Report): void {
  const [first, ...others] = [...all].sort(
    (a, b) => Number(isNamedById(b)) - Number(isNamedById(a)) || comparePlaces(a, b),
  );
  if (first === undefined) return;
  for (const one of others) {
    const message = `Unexpected second ${code(one.id)}, expected an id of its own; the ${first.type} ${code(first.title)} has it already, so change one of the two, or delete the copy`;
    report(placeOf(one, "id"), message, [{ message: "first here", place: placeOf(first, "id") }]);
  }
}

/** Of two files with one id, the one that has its name has it by right: the other is the copy. */
function isNamedById({ origin, id }: Specification): boolean {
  return (
    origin.spec.source.path
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]*$/u, "") === id
  );
}

function comparePlaces(a: Specification, b: Specification): number {
  const [one, other] = [placeOf(a, "id"), placeOf(b, "id")];
  if (one.file.path !== other.file.path) return one.file.path < other.file.path ? -1 : 1;
  return one.start - other.start;
}
