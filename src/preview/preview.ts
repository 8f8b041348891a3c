import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import type { Document } from "../documents/define-document.ts";
import { previewScript, previewStyles } from "../generated/preview.js";
import { styles } from "../generated/templates.js";
import { countsOf, summarise } from "../reporters/report.ts";
import { countOf } from "../text/words.ts";
import type { Checked } from "../workspace/check.ts";
import type { Round } from "../workspace/keep-checking.ts";
import { listPage, messagePage, paperPage, type State, subjectPage } from "./pages.ts";
import { documentsOf, isSound, Papers } from "./papers.ts";
import { outdated, type Subject, subjectsOf } from "./subjects.ts";

/** What a browser is given for an address. */
export interface Answer {
  readonly status: 200 | 404 | 500;
  readonly type: "html" | "css" | "js" | "text";
  readonly body: string | Uint8Array;
  /** What may stand in a frame of ours: a paper, which has a policy of its own, or a page of the preview in its place. */
  readonly framed?: "paper" | "page";
}

/** What there is to see: a class because it keeps what could last be read. */
export class Preview {
  readonly #papers: Papers;
  #subjects: readonly Subject[] = [];
  #checked: Checked | null = null;
  #state: State = { round: 0, outcome: "", notices: [] };

  /** @param cwd where the user stands */
  constructor(cwd: string) {
    this.#papers = new Papers(cwd);
  }

  get state(): State {
    return this.#state;
  }

  update({ checked, error }: Round): void {
    const round = this.#state.round + 1;
    if (checked === null) {
      const why = `${error?.message ?? ""}. What is shown here is as it was before.`;
      this.#subjects = outdated(this.#subjects, why);
      this.#state = { round, outcome: "The check could not be finished.", notices: [why] };
      return;
    }
    this.#checked = checked;
    this.#papers.learn(checked);
    const why = "The workspace file is wrong, so nothing else was looked at: papers are as they were before.";
    this.#subjects = checked.isWorkspaceBroken ? outdated(this.#subjects, why) : subjectsOf(checked, this.#subjects);
    const isHouseSound = checked.workspaces.every(({ house }) => isSound(house));
    this.#state = {
      round,
      outcome: `Checked ${countOf(checked.files, "file")}: ${countsOf(summarise(checked.findings, 0))}.`,
      notices: [
        ...(checked.isWorkspaceBroken ? [why] : []),
        ...(isHouseSound ? [] : ["The house style cannot be used as it is: papers look as they did before, or plain."]),
      ],
    };
  }

  /** @param path of an address, decoded: its steps */
  answer(path: readonly string[]): Answer {
    const [what = "", slug = "", id = "", ...rest] = path;
    const subject = this.#subjects.find((one) => one.slug === slug);
    const document = subject === undefined ? undefined : documentsOf(subject).find((one) => one.id === id);
    if (path.join("/") === "")
      return page(listPage(this.#state, this.#subjects, this.#found(), (one) => this.#of(one)));
    if (path.length === 1 && what === "preview.css") return { status: 200, type: "css", body: styles + previewStyles };
    if (path.length === 1 && what === "preview.js") return { status: 200, type: "js", body: previewScript };
    if (rest.length > 0 || subject === undefined) return this.#nothing();
    if (what === "about" && path.length === 2) return page(subjectPage(this.#state, subject, this.#of(subject)));
    if (document === undefined || subject.source === null) return this.#nothing();
    if (what === "about") return this.#around(document, subject);
    return what === "paper" ? this.#paper(document, subject) : this.#nothing();
  }

  #around(document: Document, subject: Subject): Answer {
    const paper = this.#papers.make(document, subject);
    return page(paperPage(this.#state, subject, document, paper, this.#of(subject)));
  }

  #paper(document: Document, subject: Subject): Answer {
    const { bytes } = this.#papers.make(document, subject);
    if (bytes !== null) return { status: 200, type: "html", body: bytes, framed: "paper" };
    const message = ["The templates of the house make no page of it. What is wrong with them is listed beside it."];
    const body = messagePage({ ...this.#state, notices: [] }, "There is no paper yet", message, false);
    return { status: 200, type: "html", body, framed: "page" };
  }

  #nothing(): Answer {
    const message = [
      "It may have been renamed or removed, or its file cannot be read. Once it is there, it is shown here.",
    ];
    return page(messagePage(this.#state, "There is nothing under this address", message, true), 404);
  }

  #found(): readonly Diagnostic[] {
    return this.#checked?.findings ?? [];
  }

  /** What was found in the files of a subject, in how all papers look, and in the settings. */
  #of({ paths }: Subject): readonly Diagnostic[] {
    const { workspaces = [], isWorkspaceBroken = false } = this.#checked ?? {};
    if (isWorkspaceBroken) return this.#found();
    const shared = workspaces.flatMap(({ house, workspace }) => [
      ...house.findings.map(({ place }) => place.file.path),
      ...(workspace.spec === null ? [] : [workspace.spec.source.path]),
    ]);
    const wanted = new Set([...paths, ...shared]);
    return orderFindings(this.#found().filter(({ place }) => wanted.has(place.file.path)));
  }
}

function page(body: string, status: Answer["status"] = 200): Answer {
  return { status, type: "html", body };
}
