import type { Qualification } from "../model/types.ts";
import { changeAnchor } from "./address.ts";
import { type Site, sortKey } from "./site.ts";

/** An entry of the changes that a qualification tells of. */
export interface SiteChange {
  readonly qualification: Qualification;
  readonly version: string;
  /** As year-month-day; empty where it is left out. */
  readonly date: string;
  /** Inline CommonMark. */
  readonly summary: string;
  /** On the page of the qualification; null where it is not told apart by its version. */
  readonly anchor: string | null;
}

/** What the author says has changed, in file order. */
export function changesOf(qualification: Qualification): readonly SiteChange[] {
  const seen = new Set<string>();
  return (qualification.source.changes ?? []).map(({ version = "", date = "", summary = "" }) => {
    const anchor = version === "" || seen.has(version) ? null : changeAnchor(version);
    seen.add(version);
    return { qualification, version, date, summary, anchor };
  });
}

/** The day of the version of now: of its entry, else of its issue; as year-month-day, empty where neither is stated. */
export function dayOf({ source: { version, issued, changes = [] } }: Qualification): string {
  return changes.find((change) => version !== undefined && change.version === version)?.date ?? issued ?? "";
}

/** Of all qualifications, the latest first. */
export function latestChanges({ qualifications }: Pick<Site, "qualifications">): readonly SiteChange[] {
  const keyOf = ({ qualification }: SiteChange) => sortKey(qualification.title);
  return qualifications
    .flatMap(changesOf)
    .map((change, at) => ({ change, at }))
    .sort((a, b) => compare(b.change.date, a.change.date) || compare(keyOf(a.change), keyOf(b.change)) || a.at - b.at)
    .map(({ change }) => change);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
