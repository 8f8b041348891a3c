import type { FileFault } from "../exchange/filled-docx/fault.ts";
import { type FilledDocx, readFilledDocx } from "../exchange/filled-docx/read-filled-docx.ts";
import { filledValues } from "../exchange/filled-docx/values-of.ts";
import { kindOfFile } from "../exchange/kind-of-file.ts";
import type { PaperPart } from "../formats/docx/paper-part.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import { criteriaOf, type PaperMap } from "../record/paper-map.ts";
import { type RecordFault, readRecord } from "../record/read-record.ts";
import { emptyRecord, recordOf } from "../record/record-of.ts";
import type { Specifications } from "./open-specifications.ts";

/** What a file that came back says. */
export interface ReadPaper {
  readonly record: LearnerRecord;
  readonly asksFor: {
    /** It has fields about single criteria: for work on them or for decisions. */
    readonly criteria: boolean;
    readonly learner: boolean;
  };
  /** Names of fields; see `FilledValues`. A record has none of these. */
  readonly missing: readonly string[];
  readonly differing: readonly string[];
  readonly joined: readonly string[];
  readonly unknown: readonly { readonly field: string; readonly words: string }[];
}

export type PaperFault =
  | { readonly kind: "file"; readonly fault: FileFault }
  /** A Word document of ours in which there is nothing to fill in. */
  | { readonly kind: "no-fields"; readonly document: string }
  /** A Word document of which nobody knows what it asks for. */
  | { readonly kind: "unmarked"; readonly specification: string | null }
  | { readonly kind: "record"; readonly fault: RecordFault };

export type PaperRead =
  | { readonly paper: ReadPaper; readonly fault: null }
  | { readonly paper: null; readonly fault: PaperFault };

/** Reads a file by what is in it, whatever it is called. */
export function readPaper(bytes: Uint8Array, specifications: Specifications): PaperRead {
  const kind = kindOfFile(bytes);
  if (kind.kind === "other") return refuse({ kind: "file", fault: kind });
  if (kind.kind === "text") return readText(new TextDecoder().decode(bytes));
  const { docx, fault } = readFilledDocx(bytes);
  if (docx === null) return refuse({ kind: "file", fault });
  if (docx.mark?.asksNothing === true) return refuse({ kind: "no-fields", document: docx.mark.document });
  const part = partFor(docx, specifications);
  if (part === null) return refuse({ kind: "unmarked", specification: docx.mark?.specification.id ?? null });
  return { paper: readDocument(docx, part), fault: null };
}

function refuse(fault: PaperFault): PaperRead {
  return { paper: null, fault };
}

function readText(text: string): PaperRead {
  const { record, fault } = readRecord(text);
  if (record === null) return refuse({ kind: "record", fault });
  // A plan about several learners asks nothing of criteria itself.
  const isOfOne = record.records.length === 0;
  return {
    paper: {
      record,
      asksFor: { criteria: isOfOne, learner: isOfOne },
      missing: [],
      differing: [],
      joined: [],
      unknown: [],
    },
    fault: null,
  };
}

function partFor({ paper, mark, hashes, controls }: FilledDocx, specifications: Specifications): PaperPart | null {
  if (paper !== null) return paper;
  if (mark === null) return specifications.paperWith(hashes, [...controls.byTag.keys()]);
  const part = specifications.paperOf(mark.document, mark.specification);
  if (part === null) return null;
  // The names of its fields are those of the version that is here; which wording was answered, nobody knows any more.
  const isOther = part.map.specification.hash !== mark.specification.hash;
  return { ...part, map: { ...(isOther ? ofUnknownWording(part.map) : part.map), specification: mark.specification } };
}

function ofUnknownWording(map: PaperMap): PaperMap {
  const units = map.units.map((unit) => ({
    ...unit,
    outcomes: unit.outcomes.map((outcome) => ({
      ...outcome,
      criteria: outcome.criteria.map((one) => ({ ...one, hash: "00000000" })),
    })),
  }));
  return { ...map, units };
}

function readDocument(docx: FilledDocx, part: PaperPart): ReadPaper {
  const { map, fields } = part;
  const { values, missing, differing, joined, unknown } = filledValues(docx.controls, part);
  const record = { ...recordOf(map, values, emptyRecord(map)), saved: docx.saved };
  const names = new Set(fields.map(({ name }) => name));
  return {
    record,
    asksFor: {
      criteria: criteriaOf(map).some(({ field }) => ["a", "e", "r"].some((end) => names.has(`${field}.${end}`))),
      learner: ["name", "number"].some((end) => names.has(`${map.person}.${end}`)),
    },
    missing,
    differing,
    joined,
    unknown: unknown.map((field) => ({ field, words: values.get(field) ?? "" })),
  };
}
