import type { Change } from "../diff/change.ts";
import type { Comparison } from "../diff/compare.ts";
import { changeNotice } from "../documents/change-notice.ts";
import type { Subject } from "../documents/define-document.ts";
import type { Look } from "../documents/make-page.ts";
import { formats } from "../formats/index.ts";
import type { Words } from "../words/words.ts";
import { type Making, makingOf } from "./making.ts";
import { pick } from "./plan-papers.ts";

export interface HowToNotify {
  /** Absolute. */
  readonly folder: string;
  readonly forms: readonly string[];
  readonly words: Words;
  readonly look: Look;
}

/** A notice for each qualification that has changed, and for each such unit that stands alone. @throws UserError where a form means nothing */
export function noticesOf(comparison: Comparison, { folder, forms, words, look }: HowToNotify): readonly Making[] {
  const { changes, names, qualifications, unitsAlone } = comparison;
  const chosen = pick(formats, forms, "form");
  const make = (id: string, subject: Subject, own: readonly Change[], before: Subject["qualification"]) =>
    chosen.map((format) => {
      const document = changeNotice({ changes: own, names, before, after: subject.qualification });
      const path = `${id}/${document.id}.${format.id}`;
      const making = makingOf({ document, format, subject, words, look, folder, path });
      return { ...making, elsewhere: "choose another folder with --notice" };
    });
  return [
    ...qualifications.flatMap(({ before, after }) => {
      const own = changes.filter((change) => change.qualifications.includes(after.id));
      const subject = { qualification: after, units: after.units, isPart: false, review: null };
      return make(after.id, subject, own, before);
    }),
    ...unitsAlone.flatMap((unit) => {
      const own = changes.filter((change) => change.unit === unit.id);
      return make(unit.id, { qualification: null, units: [unit], isPart: false, review: null }, own, null);
    }),
  ];
}
