import { contentHash, unitHash } from "../model/content-hash.ts";
import type { Words } from "../words/words.ts";
import type { Subject } from "./define-document.ts";
import { type Fact, filingFacts, qualificationFacts, unitFacts } from "./facts.ts";

/** What stands at the front of every paper, and at the foot of each of its pages. */
export interface Cover {
  readonly organisation: string | null;
  readonly document: string;
  readonly title: string;
  /** Of the one unit that a paper about a part is for. */
  readonly part: string | null;
  readonly notices: readonly string[];
  readonly facts: readonly Fact[];
  readonly footer: string;
  readonly language: string;
}

export function cover(documentId: string, subject: Subject, words: Words): Cover {
  const { qualification, units, isPart } = subject;
  const [unit] = units;
  const document = words(`document.${documentId}`);
  const title = qualification?.title ?? unit?.title ?? "";
  const hash = qualification === null ? (unit === undefined ? "" : unitHash(unit)) : contentHash(qualification);
  const version = qualification?.source.version;
  return {
    organisation: qualification?.source.awardingOrganisation?.name ?? null,
    document,
    title,
    part: isPart && unit !== undefined ? unit.title : null,
    notices: noticesOf(subject, words),
    facts:
      qualification === null
        ? unit === undefined
          ? []
          : unitFacts(unit, words)
        : qualificationFacts(qualification, words),
    footer:
      version === undefined
        ? words("page.footer-without-version", { document, title, hash })
        : words("page.footer", { document, title, version, hash }),
    language: qualification?.language ?? unit?.language ?? "en-GB",
  };
}

/** The same for a paper of a sheet or two: only the facts by which it is filed. */
export function briefCover(documentId: string, subject: Subject, words: Words): Cover {
  const whole = cover(documentId, subject, words);
  return subject.qualification === null ? whole : { ...whole, facts: filingFacts(subject.qualification, words) };
}

/** A draft, a withdrawn, an unregulated and an illustrative specification say so on every page (Condition B5.1). */
export function noticesOf(
  { qualification, units }: Pick<Subject, "qualification" | "units">,
  words: Words,
): readonly string[] {
  if (qualification === null)
    return units.flatMap(({ source }) =>
      source.notice === undefined || source.notice === "none" ? [] : [source.notice],
    );
  const { status, notice, number } = qualification.source;
  return [
    status === "draft" ? words("notice.draft") : "",
    status === "withdrawn" ? words("notice.withdrawn") : "",
    notice === undefined || notice === "none" ? "" : notice,
    number === undefined || number === "none" ? words("notice.not-regulated") : "",
  ].filter((one) => one !== "");
}
