import { makePage } from "../documents/make-page.ts";
import type { OnMissing } from "../formats/define-format.ts";
import type { Page } from "../page/page.ts";
import type { Crew } from "../workers/crew.ts";
import { encodePaper, orderOf } from "./encode-paper.ts";
import { filled } from "./paper-finding.ts";
import type { Paper } from "./plan-papers.ts";

/** One file to make, a paper or what goes with papers. */
export interface Making {
  /** Absolute. */
  readonly folder: string;
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly document: string;
  readonly format: string;
  /** null for a unit by itself. */
  readonly qualification: string | null;
  /** What to do where a file of somebody else stands there; as it is not said, another folder is named with `--out`. */
  readonly elsewhere?: string;
  /** May let others of the crew do it. */
  readonly encode: (onMissing?: OnMissing, crew?: Crew) => Promise<Uint8Array> | Uint8Array;
}

export function makingOf(paper: Paper): Making {
  const { folder, path, document, format, subject } = paper;
  return {
    folder,
    path,
    document: document.id,
    format: format.id,
    qualification: subject.qualification?.id ?? null,
    encode: (onMissing, crew) =>
      crew === undefined ? format.encode(pageOf(paper), onMissing) : encodeTogether(paper, onMissing, crew),
  };
}

async function encodeTogether(paper: Paper, onMissing: OnMissing | undefined, crew: Crew): Promise<Uint8Array> {
  const { format } = paper;
  const encoded = await crew.do(
    encodePaper,
    () => orderOf(paper),
    async () => ({ bytes: await format.encode(pageOf(paper), onMissing), missing: [] }),
  );
  for (const sign of encoded.missing) onMissing?.(sign);
  return encoded.bytes;
}

/** A paper before it has a form. @throws PaperFinding where a template of the house makes no page */
export function pageOf({ document, subject, words, look }: Omit<Paper, "format" | "folder" | "path">): Page {
  return filled(() => makePage(document, subject, words, look));
}
