import { type Change, touchedClasses } from "../diff/change.ts";
import type { Comparison } from "../diff/compare.ts";
import { sectionsOf } from "../diff/overview.ts";
import { tasksOf } from "../diff/tasks.ts";
import type { Qualification } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import { changeCounts, changeSections } from "./change-rows.ts";
import { briefCover } from "./cover.ts";
import { type Document, defineDocument } from "./define-document.ts";
import { printDate } from "./print-date.ts";

/** What the notice is about: a qualification, or a unit that stands alone, with the changes in it. */
export interface Noticed {
  readonly changes: readonly Change[];
  readonly names: Comparison["names"];
  readonly before: Qualification | null;
  readonly after: Qualification | null;
}

/** What an awarding organisation tells its centres of a new version: what is different, for whom, from when, and what to do. */
export function changeNotice({ changes: all, names, before, after }: Noticed): Document {
  const changes = all.filter(isForCentres);
  return defineDocument({
    id: "change-notice",
    audience: "centre",
    orientation: "portrait",
    view: (subject, words) => ({
      cover: briefCover("change-notice", subject, words),
      use: useSentence(before, after, words),
      dates: after === null ? [] : dateSentences(after, words),
      counts: changeCounts(countsOf(changes, words)),
      tasks: tasksOf(changes).flatMap(({ id }) =>
        (forCentres as readonly string[]).includes(id) ? [words(`notice.change.do.${id}`)] : [],
      ),
      sections: changeSections(
        sectionsOf({ changes: changes.map((one) => withoutGuidance(one, words)), names }, words).map((section) => ({
          ...section,
          heading: section.kind === "qualification" ? words("notice.change.whole") : section.heading,
          shared: null,
        })),
        words,
      ),
    }),
  });
}

/** What centres do; all else is for whoever writes the specification. */
const forCentres = ["learners", "routes", "papers", "brief", "standardise", "renumber", "register", "keys"] as const;

/** What nobody outside can see is no news to centres. */
function isForCentres({ aspect }: Change): boolean {
  return !["keys", "key", "maps", "retired"].includes(aspect);
}

/** Anybody may read a notice: what is for assessors only is not in it. */
function withoutGuidance(change: Change, words: Words): Change {
  if (change.aspect !== "guidance") return change;
  const note = words("notice.change.guidance");
  return { ...change, change: "changed", before: null, after: null, isText: false, note };
}

function countsOf(changes: readonly Change[], words: Words) {
  return touchedClasses.flatMap((touched) => {
    const count = changes.filter((one) => one.class === touched).length;
    const [name, means] = [words(`diff.class.${touched}`), words(`diff.means.${touched}`)];
    return count === 0 ? [] : [{ class: touched, name, means, count }];
  });
}

function useSentence(before: Qualification | null, after: Qualification | null, words: Words): string {
  const [then, now] = [before?.source.version, after?.source.version];
  if (then === undefined || now === undefined || then === now) return words("notice.change.use-without-version");
  return words("notice.change.use", { before: then, after: now });
}

function dateSentences({ source: { issued, dates } }: Qualification, words: Words): readonly string[] {
  const { operationalStart, certificationEnd } = dates ?? {};
  return [
    issued === undefined ? "" : words("notice.change.issued", { date: printDate(issued) }),
    operationalStart === undefined ? "" : words("notice.change.from", { date: printDate(operationalStart) }),
    certificationEnd === undefined ? "" : words("notice.change.until", { date: printDate(certificationEnd) }),
  ].filter((sentence) => sentence !== "");
}
