import type { Change } from "../diff/change.ts";
import type { Comparison } from "../diff/compare.ts";
import { sectionsOf } from "../diff/overview.ts";
import { tasksOf } from "../diff/tasks.ts";
import type { Qualification } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import { changeCounts, changeSections } from "./change-rows.ts";
import { briefCover } from "./cover.ts";
import { type Document, defineDocument } from "./define-document.ts";
import { printDate } from "./print-date.ts";
import { changeForCentres, countChanges } from "./public-changes.ts";

/** What the notice is about: a qualification, or a unit that stands alone, with the changes in it. */
export interface Noticed {
  readonly changes: readonly Change[];
  readonly names: Comparison["names"];
  readonly before: Qualification | null;
  readonly after: Qualification | null;
}

/** What an awarding organisation tells its centres of a new version: what is different, for whom, from when, and what to do. */
export function changeNotice({ changes: all, names, before, after }: Noticed): Document {
  return defineDocument({
    id: "change-notice",
    audience: "centre",
    orientation: "portrait",
    view: (subject, words) => {
      const changes = all.flatMap((one) => changeForCentres(one, words) ?? []);
      return {
        cover: briefCover("change-notice", subject, words),
        use: useSentence(before, after, words),
        dates: after === null ? [] : dateSentences(after, words),
        counts: changeCounts(countChanges(changes, words)),
        tasks: tasksOf(all).flatMap(({ id }) =>
          (forCentres as readonly string[]).includes(id) ? [words(`notice.change.do.${id}`)] : [],
        ),
        sections: changeSections(
          sectionsOf({ changes, names }, words).map((section) => ({
            ...section,
            heading: section.kind === "qualification" ? words("notice.change.whole") : section.heading,
            shared: null,
          })),
          words,
        ),
      };
    },
  });
}

/** What centres do; all else is for whoever writes the specification. */
const forCentres = ["learners", "routes", "papers", "brief", "standardise", "renumber", "register", "keys"] as const;

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
