import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Change } from "../diff/change.ts";
import type { Comparison } from "../diff/compare.ts";
import { type Mark, markWords } from "../diff/word-marks.ts";
import { jsonReport } from "./json.ts";
import type { CommandError } from "./report.ts";

/** What the report holds where nothing could be compared. */
export const emptyComparison = { recommendedVersion: null, qualifications: [], tasks: [], changes: [] };

/** A comparison for programs. */
export function jsonComparison(
  error: CommandError | null,
  findings: readonly Diagnostic[],
  comparison: Comparison | null,
): string {
  return jsonReport(error, findings, comparison === null ? emptyComparison : describe(comparison));
}

function describe({ changes, qualifications, tasks }: Comparison) {
  const versions = qualifications.map(({ version }) => version.recommended);
  const [only = null] = versions;
  return {
    // Each qualification has a version of its own: where several have changed, no one version can be named.
    recommendedVersion: versions.length === 1 ? only : null,
    qualifications: qualifications.map(({ after, version }) => ({
      id: after.id,
      title: after.title,
      versionBefore: version.before,
      versionAfter: version.after,
      recommendedVersion: version.recommended,
      versionState: version.state,
    })),
    tasks,
    changes: changes.map(describeChange),
  };
}

function describeChange({ isText, ...change }: Change) {
  const { before, after } = change;
  const marks: readonly Mark[] | null = isText && before !== null && after !== null ? markWords(before, after) : null;
  return {
    change: change.change,
    of: change.of,
    class: change.class,
    qualification: change.qualification,
    unit: change.unit,
    number: change.number,
    key: change.key,
    before,
    after,
    aspect: change.aspect,
    effect: change.effect,
    qualifications: change.qualifications,
    name: change.name,
    note: change.note,
    words: marks,
  };
}
