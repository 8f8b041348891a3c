import type { Change } from "../diff/change.ts";
import { type Comparison, compare, type Side } from "../diff/compare.ts";
import { compareFrameworks } from "../diff/compare-frameworks.ts";
import { describeAll } from "../diff/describe.ts";
import { sectionsOf } from "../diff/overview.ts";
import { changeSections } from "../documents/change-rows.ts";
import { changeForAnybody, countChanges } from "../documents/public-changes.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import { dayOf } from "./changes.ts";

/** What is different from an earlier state: words and figures only, ready to be printed. */
export interface Differences {
  /** As the user named the earlier state. */
  readonly since: string;
  /** Qualifications, units that no qualification holds, and frameworks, each in the order of the new side. */
  readonly all: readonly Difference[];
  /** The titles of qualifications that are there no longer. */
  readonly gone: readonly string[];
}

export interface Difference {
  readonly id: string;
  readonly kind: "qualification" | "unit" | "framework";
  readonly title: string;
  /** BCP 47; null where it is that of the site. */
  readonly language: string | null;
  /** It was not there: nothing but that is told of it. */
  readonly isNew: boolean;
  /** The version then and now; null where one was not stated, or both are the same. */
  readonly versions: { readonly before: string; readonly after: string } | null;
  /** The day of its version of now, as year-month-day; empty where none is stated, and where it is no qualification. */
  readonly date: string;
  /** How many changes touch whom, and what that means. */
  readonly counts: ReturnType<typeof countChanges>;
  readonly sections: ReturnType<typeof changeSections>;
}

/** What anybody may read of what is different: each class of changes is told by whom it touches. */
export function differencesOf(before: Side, after: Side, since: string, words: Words): Differences {
  const comparison = compare(before, after);
  const { changes, names } = comparison;
  const inQualification = changesByQualification(changes);
  const former = new Map(comparison.qualifications.map((one) => [one.after.id, one.before]));
  const then = new Map(before.frameworks.map((one) => [one.id, one]));
  const about = (kind: Difference["kind"], one: Qualification | Unit | Framework, own: readonly Change[]) => {
    const told = own.flatMap((change) => changeForAnybody(change, words) ?? []);
    if (told.length === 0) return [];
    const isNew = told.some((change) => change.of === kind && change.aspect === "itself" && change.change === "added");
    const difference: Difference = {
      id: one.id,
      kind,
      title: one.title,
      language: one.type === "framework" ? (one.source.language ?? null) : one.language,
      isNew,
      versions: versionsOf(kind === "framework" ? then.get(one.id) : former.get(one.id), one),
      date: one.type === "qualification" ? dayOf(one) : "",
      counts: isNew ? [] : countChanges(told, words),
      sections: isNew ? [] : changeSections(sectionsFor(kind, one, told, names, words), words),
    };
    return [difference];
  };
  return {
    since,
    all: [
      ...after.qualifications.flatMap((one) => about("qualification", one, inQualification.get(one.id) ?? [])),
      ...comparison.unitsAlone.flatMap((one) =>
        about(
          "unit",
          one,
          changes.filter(({ unit, qualifications }) => unit === one.id && qualifications.length === 0),
        ),
      ),
      ...after.frameworks.flatMap((one) => {
        const earlier = then.get(one.id);
        return about("framework", one, compareFrameworks(earlier === undefined ? [] : [earlier], [one]));
      }),
    ],
    gone: changes.flatMap(({ of, aspect, change, before: title }) =>
      of === "qualification" && aspect === "itself" && change === "removed" ? [title ?? ""] : [],
    ),
  };
}

function changesByQualification(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const found = new Map<string, Change[]>();
  for (const change of changes)
    for (const id of change.qualifications) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [change]);
      else known.push(change);
    }
  return found;
}

/** A framework is one section, whose entries need no heading of their own. */
function sectionsFor(
  kind: Difference["kind"],
  { title }: Qualification | Unit | Framework,
  changes: readonly Change[],
  names: Comparison["names"],
  words: Words,
) {
  if (kind === "framework") {
    return [{ kind, heading: title, shared: null, changes: describeAll(changes, names.codes, words) }];
  }
  return sectionsOf({ changes, names }, words).map((section) => ({
    ...section,
    heading: section.kind === "qualification" ? words("notice.change.whole") : section.heading,
    shared: null,
  }));
}

function versionsOf(
  former: Qualification | Framework | undefined,
  now: Qualification | Unit | Framework,
): Difference["versions"] {
  const before = former?.source.version;
  const after = now.type === "unit" ? undefined : now.source.version;
  return before === undefined || after === undefined || before === after ? null : { before, after };
}
