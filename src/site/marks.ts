import type { Framework, Qualification, Unit } from "../model/types.ts";
import { isOpen, ownNotice, type Site, type Status, statusesOf } from "./site.ts";

/** What has to be said of a specification wherever it is listed. */
export interface Marks {
  readonly statuses: readonly Status[];
  /** Its own, and of a unit those of the qualifications that it is used in. */
  readonly notices: readonly string[];
}

export interface Tag {
  readonly kind: Status | "noted";
  readonly text: string;
}

export interface MarkedList {
  /** What stands above the list: what is true of all, and what the tags beside the others mean. */
  readonly notices: readonly string[];
  readonly tagsOf: (marks: Marks) => readonly Tag[];
}

/** More notices than these stand on the pages of those that they are about only. */
const mostNotices = 6;

export function marksOf(one: Qualification | Unit | Framework, { usedBy }: Pick<Site, "usedBy">): Marks {
  const own = ownNotice(one) ?? [];
  if (one.type === "framework") return { statuses: [], notices: [own].flat() };
  if (one.type === "qualification") return { statuses: statusesOf(one), notices: [own].flat() };
  const users = usedBy.get(one.id) ?? [];
  const [status, another] = new Set(users.map(({ source }) => source.status));
  return {
    statuses: another === undefined && isOpen(status) ? [status] : [],
    notices: [...new Set([own, ...users.map((user) => ownNotice(user) ?? [])].flat())],
  };
}

/** Of something that is made from several: what holds for each of them. */
export function sharedMarks(all: readonly Marks[]): Marks {
  const [first = { statuses: [], notices: [] }] = all;
  return {
    statuses: first.statuses.filter((status) => all.every(({ statuses }) => statuses.includes(status))),
    notices: first.notices.filter((notice) => all.every(({ notices }) => notices.includes(notice))),
  };
}

export function withoutMarks({ statuses, notices }: Marks, said: Marks): Marks {
  return {
    statuses: statuses.filter((status) => !said.statuses.includes(status)),
    notices: notices.filter((notice) => !said.notices.includes(notice)),
  };
}

/**
 * A list in which nothing stands unmarked that has a notice; what holds for every entry is said once, above it. A list that
 * says the notice of each entry beside it needs no tag for that.
 */
export function markList(all: readonly Marks[], site: Pick<Site, "words">, saysNotices = false): MarkedList {
  const { words } = site;
  const shared = sharedMarks(all);
  const tagsOf = ({ statuses, notices }: Marks) =>
    tagsOfMarks({ statuses, notices: saysNotices ? [] : notices.filter((one) => !shared.notices.includes(one)) }, site);
  const open = shared.statuses.filter(isOpen);
  const used = new Set(all.flatMap((marks) => tagsOf(marks).map(({ kind }) => kind)));
  const explained = (["draft", "withdrawn", "unregulated", "noted"] as const).filter(
    (kind) => used.has(kind) && !open.some((status) => status === kind),
  );
  return {
    notices: [
      ...open.map((status) => words(`notice.${status}`)),
      ...shared.notices,
      ...(explained.length === 0
        ? []
        : [[words("site.marks"), ...explained.map((kind) => words(`site.marks.${kind}`))].join(" ")]),
      ...(saysNotices ? [] : noticesOfSome(all, shared.notices)).map((notice) =>
        words("site.notice-of-entries", { notice }),
      ),
    ],
    tagsOf,
  };
}

export function tagsOfMarks({ statuses, notices }: Marks, { words }: Pick<Site, "words">): readonly Tag[] {
  const kinds = [...statuses, ...(notices.length === 0 ? [] : ["noted" as const])];
  return kinds.map((kind) => ({ kind, text: words(`site.status.${kind}`) }));
}

/** Where they are few, they are said themselves. */
function noticesOfSome(all: readonly Marks[], shared: readonly string[]): readonly string[] {
  const some = [...new Set(all.flatMap(({ notices }) => notices))].filter((notice) => !shared.includes(notice));
  return some.length > mostNotices ? [] : some;
}
