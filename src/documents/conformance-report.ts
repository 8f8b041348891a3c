import { severities } from "../diagnostics/diagnostic.ts";
import { contentHash } from "../model/content-hash.ts";
import type { Qualification } from "../model/types.ts";
import { writeOptions } from "../page/page.ts";
import { packsOf } from "../rules/run.ts";
import type { Words } from "../words/words.ts";
import { checksView } from "./conformance-checks.ts";
import { itemsView } from "./conformance-items.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Review } from "./define-document.ts";
import { printDate } from "./print-date.ts";
import { proofView } from "./proof-view.ts";

/** What a reviewer attaches to a submission: each thing that is asked for, where it is met, and what stands against it. */
export const conformanceReport = defineDocument({
  id: "conformance-report",
  audience: "reviewer",
  orientation: "landscape",
  isAboutSpecification: true,
  view: (subject, words) => {
    const { qualification, review } = subject;
    if (qualification === null || review === null) throw new Error("a conformance report needs what the checks found");
    const packs = packsOf(qualification);
    return {
      cover: cover("conformance-report", subject, words),
      hash: contentHash(qualification),
      packs: packs.map(({ title }) => title),
      result: resultOf(review, words),
      counts: countsOf(review, words),
      items: packs.flatMap((pack) => itemsView(pack, qualification, review, words)),
      checks: checksView(packs, review, words),
      findings: review.findings.map((finding) => ({
        severity: words(`conformance.severity.${finding.severity}`),
        rule: finding.rule,
        message: plain(finding.message),
        place: review.locate(finding.place),
      })),
      waivers: review.waived.map(({ finding, reason, until }) => ({
        rule: finding.rule,
        message: plain(finding.message),
        place: review.locate(finding.place),
        reason,
        until: printDate(until),
      })),
      proof: proofView(qualification, words),
      signOff: signOffView(qualification, words),
      fields: signOffFields(words),
    };
  },
});

function resultOf({ findings, waived }: Review, words: Words): string {
  if (findings.some(({ severity }) => severity === "error")) return words("conformance.result-errors");
  if (findings.length > 0) return words("conformance.result-warnings");
  return words(waived.length > 0 ? "conformance.result-waived" : "conformance.result-clean");
}

function countsOf({ findings, waived }: Review, words: Words) {
  const counts = severities.map((severity) => ({
    label: words(`conformance.count.${severity}`),
    value: String(findings.filter((one) => one.severity === severity).length),
  }));
  return [...counts, { label: words("conformance.count.waived"), value: String(waived.length) }];
}

/** Messages mark what stands in a file with backticks, for terminals. */
function plain(message: string): string {
  return message.replace(/`([^`]*)`/gu, "“$1”");
}

/** What the specification itself records of its review. */
function signOffView({ source: { signOff } }: Qualification, words: Words) {
  const rows = [
    [words("conformance.sign.reviewer"), signOff?.reviewer],
    [words("conformance.sign.competence"), signOff?.competence],
    [words("sign.date"), signOff?.date === undefined ? undefined : printDate(signOff.date)],
    [words("conformance.sign.outcome"), signOff?.outcome],
  ] as const;
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

function signOffFields(words: Words) {
  const field = (what: string) => ({ name: `review.${what}`, label: words(`conformance.sign.${what}`) });
  return {
    reviewer: field("reviewer"),
    competence: field("competence"),
    outcome: {
      ...field("outcome"),
      options: writeOptions(["ready", "ready-after", "not-ready"].map((one) => words(`conformance.outcome.${one}`))),
    },
    remarks: field("remarks"),
    signature: field("signature"),
    date: field("date"),
  };
}
