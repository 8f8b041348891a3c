import type { Io } from "../cli/io.ts";
import { UserError } from "../cli/user-error.ts";
import type { Document, Subject } from "../documents/define-document.ts";
import { documents } from "../documents/index.ts";
import { makePage } from "../documents/make-page.ts";
import { paperMap } from "../documents/paper-map.ts";
import { type PaperPart, paperPartOf } from "../formats/docx/paper-part.ts";
import { tagOf } from "../formats/docx/tag.ts";
import { contentHash, unitHash } from "../model/content-hash.ts";
import { structureOf } from "../model/route-structure.ts";
import type { SpecificationMark } from "../record/learner-record.ts";
import type { PaperMap } from "../record/paper-map.ts";
import { isAwarded } from "../routes/is-awarded.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { check } from "../workspace/check.ts";

/** The specifications as they are now, which papers that come back are held against. */
export interface Specifications {
  /** What the paper would ask for today; null where its specification is not here. */
  readonly mapOf: (document: string, mark: SpecificationMark) => PaperMap | null;
  /** Whether units make up the whole by its rules of combination as they are now; it answers null where nobody can say. */
  readonly judgeOf: (mark: SpecificationMark) => (units: readonly string[]) => boolean | null;
  /** The language of the specification; "" where it is not here. */
  readonly languageOf: (mark: SpecificationMark) => string;
  /** The whole of such a paper, where a document says no more of itself than which it is. */
  readonly paperOf: (document: string, mark: SpecificationMark) => PaperPart | null;
  /** The paper of a specification with one of these hashes whose fields have these tags. */
  readonly paperWith: (hashes: readonly string[], tags: readonly string[]) => PaperPart | null;
}

interface Known {
  readonly subject: Subject;
  readonly words: Words;
}

/**
 * @param path where they are; null for the folder that the user is in, which may hold none
 * @returns null where the workspace file is broken
 * @throws UserError where a folder that was named holds none
 */
export async function openSpecifications(io: Io, path: string | null): Promise<Specifications | null> {
  const all = await readAll(io, path);
  if (all === null) return null;
  const find = (mark: SpecificationMark) => all.flatMap((one) => partOf(one, mark))[0] ?? null;
  return {
    mapOf: (document, mark) => {
      const known = find(mark);
      return known === null ? null : paperMap(document, known.subject, known.words);
    },
    judgeOf: (mark) => {
      const qualification = find(mark)?.subject.qualification ?? null;
      const structure = qualification?.isComplete === true ? structureOf(qualification) : null;
      return (units) => (structure === null ? null : isAwarded(structure, units));
    },
    languageOf: (mark) => {
      const subject = find(mark)?.subject;
      return subject?.qualification?.language ?? subject?.units[0]?.language ?? "";
    },
    paperOf: (id, mark) => {
      const [known, document] = [find(mark), documents.find((one) => one.id === id)];
      return known === null || document === undefined ? null : partFor(document, known);
    },
    paperWith: (hashes, tags) => {
      const meant = all.filter(({ subject }) => hashes.includes(hashOf(subject)));
      const papers = meant.flatMap((known) => documents.filter(isToFillIn).map((document) => partFor(document, known)));
      return (
        papers.find(({ fields }) =>
          isPaperOf(
            fields.map(({ name }) => tagOf(name)),
            tags,
          ),
        ) ?? null
      );
    },
  };
}

async function readAll(io: Io, path: string | null): Promise<readonly Known[] | null> {
  try {
    const checked = await check(io, path === null ? [] : [path]);
    if (checked.isWorkspaceBroken) return null;
    return checked.workspaces.flatMap(({ workspace, corpus }) => {
      const words = wordsFor(workspace.config.house?.terms ?? {});
      const whole = corpus.qualifications.map((qualification) => ({
        words,
        subject: { qualification, units: qualification.units, isPart: false, review: null },
      }));
      const alone = corpus.units.map((unit) => ({
        words,
        subject: { qualification: null, units: [unit], isPart: false, review: null },
      }));
      return [...whole, ...alone];
    });
  } catch (error) {
    // Papers can be read where there are no specifications at all.
    if (path === null && error instanceof UserError) return [];
    throw error;
  }
}

/** The same specification, or the part of it that a paper is about. */
function partOf({ subject, words }: Known, { id, unit }: SpecificationMark): readonly Known[] {
  const { qualification, units } = subject;
  if ((qualification ?? units[0])?.id !== id) return [];
  if (unit === null || qualification === null) return [{ subject, words }];
  const own = units.filter((one) => one.id === unit);
  return own.length === 0 ? [] : [{ subject: { ...subject, units: own, isPart: true }, words }];
}

function hashOf({ qualification, units }: Subject): string {
  const [unit] = units;
  if (qualification !== null) return contentHash(qualification);
  return unit === undefined ? "" : unitHash(unit);
}

function partFor(document: Document, { subject, words }: Known): PaperPart {
  return paperPartOf(makePage(document, subject, words));
}

function isToFillIn({ isAboutSpecification }: Document): boolean {
  return isAboutSpecification !== true;
}

function isPaperOf(own: readonly string[], tags: readonly string[]): boolean {
  const known = new Set(own);
  return tags.length > 0 && own.length === tags.length && tags.every((tag) => known.has(tag));
}
