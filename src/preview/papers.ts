import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document, Subject as PaperSubject } from "../documents/define-document.ts";
import { documents } from "../documents/index.ts";
import type { Look } from "../documents/make-page.ts";
import { hashOf } from "../files/write.ts";
import { html } from "../formats/html.ts";
import type { House } from "../house/open-house.ts";
import { pageOf } from "../papers/making.ts";
import { PaperFinding } from "../papers/paper-finding.ts";
import { reviewOf } from "../papers/review-of.ts";
import { wordsFor } from "../words/words.ts";
import type { Checked } from "../workspace/check.ts";
import { type Anchors, anchorsOf } from "./anchors.ts";
import type { Source, Subject } from "./subjects.ts";

/** A paper as a web page, as it stands in memory. */
export interface Paper {
  /** null where there is none. */
  readonly bytes: Uint8Array | null;
  /** Another for other bytes. */
  readonly version: string;
  readonly anchors: Anchors;
  /** What a template of the house does not let us make: the paper is the last that could be made. */
  readonly problem: Diagnostic | null;
}

/** As many as somebody may look at by turns. */
const mostKept = 16;

/** The papers that were asked for last. A class because they are kept: the page around a paper asks for it, too. */
export class Papers {
  readonly #cwd: string;
  readonly #made = new Map<string, { readonly from: readonly unknown[]; readonly paper: Paper }>();
  readonly #houses = new Map<string, House>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** As the house wants papers, or as it last wanted them without a fault. */
  #look({ workspace: { workspace, house } }: Source): Look {
    const { brand, templates } = isSound(house) ? house : (this.#houses.get(workspace.root) ?? plain);
    return { brand, templates };
  }

  /** Keeps how houses look that have no fault. */
  learn({ workspaces }: Checked): void {
    for (const { workspace, house } of workspaces) if (isSound(house)) this.#houses.set(workspace.root, house);
  }

  make(document: Document, subject: Subject): Paper {
    const { source, slug } = subject;
    if (source === null) return noPaper;
    const look = this.#look(source);
    // A report on the specification tells of everything that was found.
    const findings = document.isAboutSpecification === true ? source.checked : null;
    const from = [source.model, look.brand, look.templates, source.workspace.workspace.config, findings];
    const key = `${slug}/${document.id}`;
    const known = this.#made.get(key);
    if (known?.from.every((one, at) => one === from[at]) === true) return known.paper;
    const paper = this.#make(document, source, look, known?.paper ?? noPaper);
    this.#made.delete(key);
    this.#made.set(key, { from, paper });
    for (const old of [...this.#made.keys()].slice(0, -mostKept)) this.#made.delete(old);
    return paper;
  }

  #make(document: Document, source: Source, { brand, templates }: Look, before: Paper): Paper {
    const { model, workspace } = source;
    const words = wordsFor(workspace.workspace.config.house?.terms ?? {});
    try {
      const page = pageOf({ document, subject: this.#subjectOf(source), words, look: { brand, templates } });
      const bytes = html.encode(page) as Uint8Array;
      return { bytes, version: hashOf(bytes).slice(0, 12), anchors: anchorsOf(page, model, workspace), problem: null };
    } catch (error) {
      if (error instanceof PaperFinding) return { ...before, problem: error.finding };
      throw error;
    }
  }

  #subjectOf(source: Source): PaperSubject {
    const { model, workspace, checked } = source;
    if (model.type === "unit") return { qualification: null, units: [model], isPart: false, review: null };
    const { root, config } = workspace.workspace;
    const review = reviewOf(model, checked, {
      cwd: this.#cwd,
      root,
      rules: config.rules ?? {},
      stoodBack: workspace.stoodBack.get(model) ?? new Map(),
      folder: root,
    });
    // The files themselves are not served.
    const locate: typeof review.locate = (place) => ({ ...review.locate(place), href: null });
    return { qualification: model, units: model.units, isPart: false, review: { ...review, locate } };
  }
}

const plain: Look = { brand: null, templates: null };

/** Whether papers can look as the house wants them. */
export function isSound({ findings }: House): boolean {
  return !findings.some(({ severity }) => severity === "error");
}

const noPaper: Paper = { bytes: null, version: "none", anchors: () => null, problem: null };

/** The papers that can be made of a subject. */
export function documentsOf({ type }: Subject): readonly Document[] {
  return type === "qualification"
    ? documents
    : documents.filter(({ isAboutSpecification, isOfWhole }) => isAboutSpecification !== true && isOfWhole !== true);
}
