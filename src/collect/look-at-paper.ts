import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { type Fit, isWritten } from "../record/fit.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import type { PaperMap } from "../record/paper-map.ts";
import { code, excerpt, joinWords } from "../text/words.ts";
import { finding } from "./finding.ts";
import type { ReadPaper } from "./read-paper.ts";

const mostNamed = 12;

/** Everything about one paper that somebody has to look at. `map` is what it would ask for today, `fit` how it fits that. */
export function lookAtPaper(
  paper: ReadPaper,
  file: SourceFile,
  map: PaperMap | null,
  fit: Fit | null,
): readonly Diagnostic[] {
  const { record, asksFor } = paper;
  const isBlank = isEmpty(record);
  return [
    ...(map === null || fit === null ? [unknownSpecification(record, file)] : lookAtFit(record, file, map, fit)),
    ...(isBlank
      ? [
          finding(
            "paper-empty",
            file,
            "Unexpected paper in which nothing is written, expected a learner's or an assessor's work; ask for the one that was filled in",
          ),
        ]
      : []),
    ...(asksFor.learner && !isBlank && isNobodys(record) ? [unnamed(file)] : []),
    ...lookAtFields(paper, file),
  ];
}

function unknownSpecification({ specification: { id, unit } }: LearnerRecord, file: SourceFile): Diagnostic {
  const what = unit === null ? code(id) : `${code(id)} with the unit ${code(unit)}`;
  return finding(
    "paper-specification-unknown",
    file,
    `Unexpected specification ${what}, expected one that is here and has no errors; say where it is with ${code("--specs")}`,
  );
}

function lookAtFit(record: LearnerRecord, file: SourceFile, map: PaperMap, fit: Fit): readonly Diagnostic[] {
  const several = map.units.length > 1;
  const name = ({ unit, number }: { unit: string; number: string }) => code(several ? `${unit} ${number}` : number);
  const { changed, gone, added } = fit;
  const parts = [
    listed(
      "reworded",
      changed.map(({ asked }) => name(asked)),
    ),
    listed("no longer asked for", gone.map(name)),
    listed("new", added.map(name)),
  ].filter((part) => part !== "");
  const lost = gone.filter(isWritten).map(name);
  return [
    ...(parts.length === 0 ? [] : [finding("paper-other-version", file, otherVersion(record, map, parts.join("; ")))]),
    ...(lost.length === 0
      ? []
      : [
          finding(
            "paper-criterion-gone",
            file,
            `Unexpected answer or decision on ${joinWords(few(lost))}, expected only criteria of ${code(record.specification.id)} as it is now; tell the learner that it no longer counts`,
          ),
        ]),
  ];
}

function otherVersion({ specification }: LearnerRecord, map: PaperMap, what: string): string {
  const [before, now] = [specification.version, map.specification.version];
  const which = before === null || before === now ? "older wording" : `version ${code(before)}`;
  const present = now === null || before === now ? "the wording of today" : `version ${code(now)}`;
  return `Unexpected ${which} of ${code(specification.id)}, expected ${present} (${what}); judge what was written for other words anew`;
}

function unnamed(file: SourceFile): Diagnostic {
  return finding(
    "paper-learner-unnamed",
    file,
    "Unexpected paper without a name and a number, expected one of them; find out whose it is, and have it filled in",
  );
}

function lookAtFields(
  { missing, differing, joined, unknown, record }: ReadPaper,
  file: SourceFile,
): readonly Diagnostic[] {
  const name = fieldNames(record);
  return [
    ...unknown.map(({ field, words }) =>
      finding(
        "paper-choice-unknown",
        file,
        `Unexpected words ${excerpt(words)} in the field ${name(field)}, expected one of the words of its list; ask which is meant`,
      ),
    ),
    ...(missing.length === 0
      ? []
      : [
          finding(
            "paper-field-missing",
            file,
            `Unexpected paper without its ${missing.length === 1 ? "field" : "fields"} ${joinWords(few(missing.map(name)))}, expected every field that it was given out with; look in the file whether an answer stands beside it`,
          ),
        ]),
    ...(joined.length === 0
      ? []
      : [
          finding(
            "paper-lines-joined",
            file,
            `Unexpected lines without their ends in ${joinWords(few(joined.map(name)))}, expected the lines that were written; LibreOffice 7.4 loses them when it saves, so ask where words run together`,
          ),
        ]),
    ...differing.map((field) =>
      finding(
        "paper-field-twice",
        file,
        `Unexpected second field ${name(field)} that says something else, expected one; all that they say is kept, strike out what is not meant`,
      ),
    ),
  ];
}

/** A field about a criterion is named by its number, which people see. */
function fieldNames({ criteria, units }: LearnerRecord) {
  const numbers = new Map(
    criteria.map(({ unit, key, number }) => [
      `${unit}.${key ?? number.replace(/[^A-Za-z0-9.]/gu, "_")}`,
      units.length > 1 ? `${unit} ${number}` : number,
    ]),
  );
  return (field: string) => {
    const number = numbers.get(field.slice(0, field.lastIndexOf(".")));
    return number === undefined ? code(field) : `${code(field)} (criterion ${number})`;
  };
}

function listed(what: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${what}: ${few(names).join(", ")}`;
}

/** As many as a message can carry. */
export function few(names: readonly string[]): readonly string[] {
  return names.length <= mostNamed ? names : [...names.slice(0, mostNamed), `${names.length - mostNamed} more`];
}

export function isNobodys({ learner: { name, number } }: LearnerRecord): boolean {
  return name === null && number === null;
}

/** Whether nobody has written anything into it. */
function isEmpty({ learner, evidence, criteria, units, fields, records }: LearnerRecord): boolean {
  const parts: readonly (string | null)[] = [
    ...Object.values(learner),
    ...criteria.flatMap(({ answer, assessment: { hash: _, ...assessment } }) => [answer, ...Object.values(assessment)]),
    ...units.flatMap(({ id: _, title: __, ...unit }) => Object.values(unit)),
  ];
  return (
    parts.every((part) => part === null) &&
    evidence.length === 0 &&
    criteria.every((one) => one.evidence.length === 0) &&
    Object.keys(fields).length === 0 &&
    records.length === 0
  );
}
