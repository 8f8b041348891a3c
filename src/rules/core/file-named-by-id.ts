import type { Corpus } from "../../model/corpus.ts";
import type { Specification } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const fileNamedById = defineRule({
  id: "file-named-by-id",
  severity: "error",
  summary: "A file has the name of the id that it holds",
  why: "References name ids: people and qualspec find the file of a unit by its name, without opening every other file.",
  basis: "format",
  source: "The source format",
  good: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  bad: "# b.yaml\nkind: unit\nid: «a»\ntitle: A\nlearningOutcomes: []\n",
  qualification: checkName,
  unit: checkName,
  framework: checkName,
});

function checkName(specification: Specification, report: Report, corpus: Corpus): void {
  const { origin, id } = specification;
  if (origin.path.length > 0) return;
  const file = origin.spec.source.path.split("/").at(-1) ?? "";
  const name = file.replace(/\.[^.]*$/u, "");
  if (name === id || name === "stdin" || isTakenElsewhere(specification, corpus)) return;
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name.toLowerCase());
  const how = isId
    ? `expected ${code(name.toLowerCase())}; change the id, or rename the file to ${code(`${id}.yaml`)}`
    : `expected a file of that name; rename the file to ${code(`${id}.yaml`)}`;
  const message = `Unexpected id ${code(id)} in the file ${code(file)}, ${how}`;
  report(placeOf(specification, "id"), message);
}

/** A copy of a file has the id of another: `id-unique` says so. */
function isTakenElsewhere({ origin, id }: Specification, { qualifications, units, frameworks }: Corpus): boolean {
  return [...qualifications, ...units, ...frameworks].some(
    (other) => other.id === id && other.origin.spec !== origin.spec,
  );
}
