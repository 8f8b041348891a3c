import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../documents/define-document.ts";
import { fillPreview } from "../render/fill-preview.ts";
import { countsOf, summarise } from "../reporters/report.ts";
import { capitalise } from "../text/words.ts";
import { wordsFor } from "../words/words.ts";
import { findingsView, wordsView } from "./findings-view.ts";
import { documentsOf, type Paper } from "./papers.ts";
import type { Subject } from "./subjects.ts";

/** What every page tells. */
export interface State {
  /** How many checks there have been: pages that know of fewer are old. */
  readonly round: number;
  /** "Checked 3 files: 1 error." */
  readonly outcome: string;
  /** What concerns all papers. */
  readonly notices: readonly string[];
}

export function listPage(
  state: State,
  subjects: readonly Subject[],
  findings: readonly Diagnostic[],
  own: (subject: Subject) => readonly Diagnostic[],
): string {
  const rowsOf = (type: Subject["type"]) =>
    subjects
      .filter((one) => one.type === type)
      .map((one) => ({ ...naming(one), id: one.id, counts: capitalise(countsOf(summarise(own(one), 0))) }));
  return fillPreview("list", {
    ...common(state, "Preview"),
    qualifications: rowsOf("qualification"),
    units: rowsOf("unit"),
    ...findingsView(findings),
  });
}

export function subjectPage(state: State, subject: Subject, findings: readonly Diagnostic[]): string {
  const words = wordsOf(subject);
  return fillPreview("subject", {
    ...common(withReason(state, subject), subject.title),
    language: subject.language,
    documents:
      subject.source === null
        ? []
        : documentsOf(subject).map(({ id }) => ({ href: hrefOf("about", subject, id), name: words(`document.${id}`) })),
    ...findingsView(findings),
  });
}

/** A paper, and beside it what was found in what it is made from. */
export function paperPage(
  state: State,
  subject: Subject,
  { id }: Document,
  paper: Paper,
  findings: readonly Diagnostic[],
): string {
  const name = wordsOf(subject)(`document.${id}`);
  const href = hrefOf("paper", subject, id);
  const all = paper.problem === null ? findings : [paper.problem, ...findings];
  return fillPreview("paper", {
    ...common(withReason(state, subject), `${name}: ${subject.title}`),
    name,
    about: naming(subject),
    paper: { href, version: paper.version },
    ...findingsView(all, ({ place }) => {
      const anchor = paper.anchors(place);
      return anchor === null ? null : { id: anchor, href: `${href}#${encodeURIComponent(anchor)}` };
    }),
  });
}

/** `isWhole` where it is not shown in place of a paper, from which no link leads to another page. */
export function messagePage(state: State, title: string, message: readonly string[], isWhole: boolean): string {
  return fillPreview("message", { ...common(state, title), message: message.map(wordsView), isWhole });
}

export function hrefOf(what: "about" | "paper", { slug }: Subject, ...rest: readonly string[]): string {
  return `/${[what, slug, ...rest].map(encodeURIComponent).join("/")}`;
}

function common({ round, outcome, notices }: State, title: string) {
  return { round, outcome, notices: notices.map(wordsView), title };
}

function withReason(state: State, { why }: Subject): State {
  return why === null || state.notices.includes(why) ? state : { ...state, notices: [why, ...state.notices] };
}

function naming(subject: Subject) {
  return { href: hrefOf("about", subject), title: subject.title, language: subject.language };
}

function wordsOf({ source }: Subject) {
  return wordsFor(source?.workspace.workspace.config.house?.terms ?? {});
}
