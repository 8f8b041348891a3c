import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { type PaperPart, paperPartOf } from "../../src/formats/docx/paper-part.ts";
import { docx } from "../../src/formats/docx.ts";
import { wordsFor } from "../../src/words/words.ts";
import { check } from "../../src/workspace/check.ts";
import { ioIn } from "../check-folder.ts";

export interface MadePaper {
  /** Such as l2-example-award/learner-workbook. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly part: PaperPart;
}

/** Every paper to fill in of the qualifications in a folder. */
export async function papersToFillIn(
  folder: string,
  only: readonly string[] | null = null,
): Promise<readonly MadePaper[]> {
  return (await madePapers(folder, only)).filter(({ part }) => part.fields.length > 0);
}

export async function madePapers(folder: string, only: readonly string[] | null): Promise<readonly MadePaper[]> {
  const { workspaces } = await check(ioIn(folder), ["."]);
  const subjects = workspaces
    .flatMap(({ corpus }) => corpus.qualifications)
    .map((qualification) => ({ qualification, units: qualification.units, isPart: false, review: null }));
  const pages = subjects.flatMap((subject) =>
    documents
      .filter(({ id, isAboutSpecification }) => isAboutSpecification !== true && (only?.includes(id) ?? true))
      .map((document) => ({
        name: `${subject.qualification.id}/${document.id}`,
        page: makePage(document, subject, wordsFor({})),
      })),
  );
  const papers: MadePaper[] = [];
  for (const { name, page } of pages) {
    papers.push({ name, part: paperPartOf(page), bytes: await docx.encode(page) });
  }
  return papers;
}
