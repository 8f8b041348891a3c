import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import type { ProgramId } from "../page/page.ts";
import type { Words } from "../words/words.ts";

/** What a paper is about: a qualification with all its units or chosen ones, or a unit by itself. */
export interface Subject {
  /** null for a unit by itself. */
  readonly qualification: Qualification | null;
  /** The units to print, in file order. */
  readonly units: readonly Unit[];
  /** Only some of the qualification's units are printed: what speaks of the whole is left out. */
  readonly isPart: boolean;
  /** Every framework that is known, to tell which version holds today; left out where nobody looked. */
  readonly frameworks?: readonly Framework[];
  /** What the checks found, for a paper about the specification itself; null where papers are made without them. */
  readonly review: Review | null;
}

/** What the checks say of a qualification and of everything that it uses. */
export interface Review {
  readonly findings: readonly Diagnostic[];
  readonly waived: readonly WaivedFinding[];
  /** Rules that were not asked, since others had shown the same to be wrong, with these. */
  readonly stoodBack: ReadonlyMap<string, readonly string[]>;
  /** Rules that the house has switched off. */
  readonly isOff: (rule: string) => boolean;
  /** How a place is printed, and the link to it from the paper; null where none can be made. */
  readonly locate: (place: Place) => { readonly text: string; readonly href: string | null };
}

/** A finding that the awarding organisation has accepted, with its reason and the last day that it holds. */
export interface WaivedFinding {
  readonly finding: Diagnostic;
  readonly reason: string;
  readonly until: string;
}

/** A paper: what it says, as a pure view of the model for its template. */
export interface Document {
  readonly id: string;
  /** The template, where several papers share one; else it has the name of the paper. */
  readonly template?: string;
  /** Whom it is given to. An assessor's text may stand in no learner's paper, and in none for centres, which anybody may read. */
  readonly audience: "learner" | "centre" | "assessor" | "reviewer";
  readonly orientation: "portrait" | "landscape";
  /** Made where nobody says which papers they want. */
  readonly isUsual?: boolean;
  /** It speaks of a qualification as a whole: it is not made of some units of one, nor of a unit by itself. */
  readonly isOfWhole?: boolean;
  /** Whether it would say nothing of a subject: it is made then only where it is named. */
  readonly isEmptyFor?: (subject: Subject) => boolean;
  /** It says how a whole specification stands: it is made of one with errors too, and only where it is asked for. */
  readonly isAboutSpecification?: boolean;
  /** In a browser it is a program too: it saves, counts, exports and imports. */
  readonly program?: ProgramId;
  readonly view: (subject: Subject, words: Words) => object;
}

export function defineDocument(document: Document): Document {
  return document;
}
