import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Qualification, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";

/** What a paper is about: a qualification with all its units or chosen ones, or a unit by itself. */
export interface Subject {
  /** null for a unit by itself. */
  readonly qualification: Qualification | null;
  /** The units to print, in file order. */
  readonly units: readonly Unit[];
  /** Only some of the qualification's units are printed: what speaks of the whole is left out. */
  readonly isPart: boolean;
  /** What the checks found, for a paper about the specification itself; null where papers are made without them. */
  readonly review: Review | null;
}

/** What the checks say of a qualification and of everything that it uses. */
export interface Review {
  readonly findings: readonly Diagnostic[];
  readonly waived: readonly WaivedFinding[];
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

/** A paper: what it says, as a pure view of the model for the template of the same name. */
export interface Document {
  readonly id: string;
  /** Whom it is given to. An assessor's text may stand in no learner's paper. */
  readonly audience: "learner" | "assessor" | "reviewer";
  readonly orientation: "portrait" | "landscape";
  /** It says how a whole specification stands: it is made of one with errors too, and only where it is asked for. */
  readonly isAboutSpecification?: boolean;
  readonly view: (subject: Subject, words: Words) => object;
}

export function defineDocument(document: Document): Document {
  return document;
}
