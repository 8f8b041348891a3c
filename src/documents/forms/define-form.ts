import type { ProgramId } from "../../page/page.ts";
import type { QualificationShape } from "../../schema/shapes.ts";
import type { Words } from "../../words/words.ts";
import { type Document, defineDocument } from "../define-document.ts";
import type { Role } from "../signatures.ts";
import { formView } from "./form-view.ts";

/**
 * A paper to fill in, as data. Every phrase follows from the ids: `form.<form>.<section>` is a heading and
 * `form.<form>.<section>.note` what stands under it, `form.<form>.how-1` and so on say how to use the paper,
 * `form.field.<field>` is a label and `form.option.<option>` an answer.
 */
export interface Form {
  readonly id: string;
  readonly audience: Document["audience"];
  readonly orientation: Document["orientation"];
  readonly isOfWhole?: true;
  readonly program?: ProgramId;
  /** How many notes say how to use it. */
  readonly notes: number;
  /** Whose names and numbers stand at its head. */
  readonly people: readonly string[];
  /** The policy of the awarding organisation that it goes by. */
  readonly policy?: keyof NonNullable<QualificationShape["policies"]>;
  /** It asks for codes of methods, and says which there are. */
  readonly hasCodes?: true;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly fields?: readonly FormField[];
  readonly table?: FormTable;
  /** Who signs below it. */
  readonly signed?: readonly Role[];
}

export interface FormTable {
  /** So many empty rows, a row for each unit, or a row for each of these questions: `form.question.<question>`. */
  readonly rows: number | "units" | readonly string[];
  readonly columns: readonly FormField[];
}

export interface FormField {
  readonly id: string;
  readonly kind?: "lines" | "date" | "tick" | "choice";
  /** Room to leave, in lines of text. */
  readonly lines?: number;
  readonly options?: readonly string[];
  /** Of a column: how much of the table it takes. */
  readonly width?: "wide" | "medium";
}

export function defineForm(form: Form): Document {
  const { id, audience, orientation, isOfWhole = false, program } = form;
  return defineDocument({
    id,
    template: "form",
    audience,
    orientation,
    isOfWhole,
    ...(program === undefined ? {} : { program }),
    view: (subject, words: Words) => formView(form, subject, words),
  });
}
