import type { Corpus } from "../../model/corpus.ts";
import type { Qualification } from "../../model/types.ts";
import { unitMentions } from "../../model/unit-mentions.ts";
import type { Path } from "../../source/spec-file.ts";
import { suggest } from "../../text/suggest.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOfMention } from "../place.ts";

export const unitExists = defineRule({
  id: "unit-exists",
  severity: "error",
  summary: "Every unit that is named exists",
  why: "A learner cannot complete a unit that nobody has written.",
  basis: "practice",
  checks: ["R021"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d), E3.3" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a, «aa»] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n",
  qualification: (qualification, report, corpus) => {
    const listed = new Set(qualification.groups.flatMap(({ units }) => units.map(({ id }) => id)));
    for (const group of qualification.groups) {
      for (const { origin, id, unit, isBroken } of group.units) {
        if (unit === null && !isBroken)
          explain(qualification, origin.path, id, report, corpus, unlistedIn(qualification, listed, corpus));
      }
    }
    const told = new Set(listed);
    for (const { id, path } of unitMentions(qualification.source)) {
      if (told.has(id) || corpus.find(id) !== null) continue;
      told.add(id);
      explain(qualification, path, id, report, corpus, listed);
    }
  },
});

/** A group lists a unit that it does not list yet; a rule speaks of one that is listed. */
function unlistedIn({ id: own }: Qualification, listed: ReadonlySet<string>, corpus: Corpus): readonly string[] {
  const known = new Set([...corpus.units.map(({ id }) => id), ...corpus.knownIds]);
  return [...known].filter((id) => id !== own && !listed.has(id));
}

function explain(
  qualification: Qualification,
  path: Path,
  id: string,
  report: Report,
  corpus: Corpus,
  candidates: Iterable<string>,
): void {
  const place = placeOfMention(qualification, id, path);
  const other = corpus.find(id);
  if (other === null || other === "broken") {
    const meant = suggest(id, candidates);
    const misnamed = corpus.misnamed(id);
    if (misnamed !== null) {
      report(place, `Unknown unit ${code(id)}; ${misnamed}`);
      return;
    }
    const how =
      meant === null ? `write it in ${code(`${id}.yaml`)}, or remove the reference` : `did you mean ${code(meant)}?`;
    report(place, `Unknown unit ${code(id)}; ${how}`);
  } else if (other.type === "unit") {
    const file = other.origin.spec.source.path;
    report(
      place,
      `Unexpected unit ${code(id)}, which only ${code(file)} can use; move it to a file of its own, ${code(`${id}.yaml`)}`,
    );
  } else {
    report(place, `Unexpected ${other.type} ${code(id)}, expected the id of a unit; change it`);
  }
}
