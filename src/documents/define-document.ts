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
}

/** A paper: what it says, as a pure view of the model for the template of the same name. */
export interface Document {
  readonly id: string;
  /** Whom it is given to. An assessor's text may stand in no learner's paper. */
  readonly audience: "learner" | "assessor";
  readonly orientation: "portrait" | "landscape";
  readonly view: (subject: Subject, words: Words) => object;
}

export function defineDocument(document: Document): Document {
  return document;
}
