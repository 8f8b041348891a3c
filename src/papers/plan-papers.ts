import { join, resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import type { Document, Review, Subject } from "../documents/define-document.ts";
import { documents } from "../documents/index.ts";
import type { Look } from "../documents/make-page.ts";
import type { Format } from "../formats/define-format.ts";
import { formats } from "../formats/index.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import { type Words, wordsFor } from "../words/words.ts";
import type { Checked, CheckedWorkspace } from "../workspace/check.ts";
import { outputFolder } from "../workspace/workspace.ts";
import { reviewOf } from "./review-of.ts";

/** One file to make. */
export interface Paper {
  readonly document: Document;
  readonly format: Format;
  readonly subject: Subject;
  readonly words: Words;
  readonly look: Look;
  /** Absolute. */
  readonly folder: string;
  /** Below the output folder, with forward slashes. */
  readonly path: string;
}

export interface PaperChoice {
  /** All but those about a specification itself, which are made only where they are asked for. */
  readonly isAll: boolean;
  readonly documents: readonly string[] | null;
  readonly to: readonly string[] | null;
  readonly units: readonly string[] | null;
  /** Relative to where the user stands. */
  readonly out: string | null;
}

/** Every paper that the user asks for, in file order. @throws UserError where a name means nothing. */
export function planPapers(checked: Checked, choice: PaperChoice, io: Io): readonly Paper[] {
  const papers = checked.workspaces.flatMap((workspace) => planWorkspace(workspace, checked, choice, io));
  const found = new Set(checked.workspaces.flatMap(unitsToBuild));
  const missing = choice.units?.find((id) => !found.has(id));
  if (missing !== undefined) {
    const known = checked.workspaces.flatMap(({ corpus }) => corpus.units.map(({ id }) => id));
    const meant = suggest(missing, known);
    const how = meant === null ? `${code("qualspec list")} shows what there is` : `did you mean ${code(meant)}?`;
    throw usageError(`No unit ${code(missing)} in what is to be built; ${how}`);
  }
  const places = new Set<string>();
  const twice = papers.find(({ folder, path }) => {
    const place = join(folder, path);
    const isTaken = places.has(place);
    places.add(place);
    return isTaken;
  });
  if (twice !== undefined) {
    throw usageError(
      `Two specifications would both make ${code(twice.path)}; give each an id of its own, or build them into different folders with ${code("--out")}`,
    );
  }
  if (papers.length === 0 && found.size > 0) {
    throw usageError(
      `Nothing to build: the papers chosen are made only of a whole qualification; name a qualification, and leave out ${code("--unit")}`,
    );
  }
  if (papers.length === 0) {
    throw usageError(
      "Nothing to build: there is no qualification in what you named; name a qualification, or the file of a single unit",
    );
  }
  return papers;
}

function planWorkspace(
  { workspace, asked, named, corpus, stoodBack, house: look }: CheckedWorkspace,
  checked: Checked,
  choice: PaperChoice,
  io: Io,
): readonly Paper[] {
  const { build, house } = workspace.config;
  const chosen = choice.isAll
    ? documents.filter(({ isAboutSpecification }) => isAboutSpecification !== true)
    : chosenDocuments(choice.documents ?? build?.documents ?? null);
  const askedForms = choice.to ?? build?.to ?? null;
  const forms = askedForms === null ? formats.filter(({ isUsual }) => isUsual) : pick(formats, askedForms, "form");
  const folder = choice.out === null ? outputFolder(workspace) : resolve(io.cwd, choice.out);
  const words = wordsFor(house?.terms ?? {});
  const qualifications = asked.filter((one): one is Qualification => one.type === "qualification");
  const alone = named.filter(
    (one): one is Unit => one.type === "unit" && (choice.units === null || choice.units.includes(one.id)),
  );
  const isReviewed = chosen.some(({ isAboutSpecification }) => isAboutSpecification === true);
  const subjects: readonly PlannedSubject[] = [
    ...qualifications.flatMap((qualification) => {
      const from = {
        cwd: io.cwd,
        root: workspace.root,
        rules: workspace.config.rules ?? {},
        stoodBack: stoodBack.get(qualification) ?? new Map(),
        folder: join(folder, qualification.id),
      };
      // To look through what was found everywhere takes long where there is much of it.
      const review = isReviewed ? reviewOf(qualification, checked, from) : null;
      return qualificationSubjects({ qualification, review, frameworks: corpus.frameworks }, choice.units);
    }),
    ...alone.map((unit) => ({
      folder: unit.id,
      suffix: "",
      subject: { qualification: null, units: [unit], isPart: false, review: null },
    })),
  ];
  return subjects.flatMap(({ folder: own, suffix, subject }) =>
    chosen.flatMap((document) => {
      const isWhole = subject.qualification !== null && !subject.isPart;
      if ((document.isAboutSpecification === true || document.isOfWhole === true) && !isWhole) return [];
      if (choice.isAll && document.isEmptyFor?.(subject) === true) return [];
      return forms.map((format) => ({
        document,
        format,
        subject,
        words,
        look,
        folder,
        path: `${own}/${document.id}${suffix}.${format.id}`,
      }));
    }),
  );
}

function chosenDocuments(ids: readonly string[] | null): readonly Document[] {
  return ids === null ? documents.filter(({ isUsual }) => isUsual === true) : pick(documents, ids, "document");
}

/** The ids of the units that papers can be asked of. */
function unitsToBuild({ asked, named }: CheckedWorkspace): readonly string[] {
  return [
    ...asked.flatMap((one) => (one.type === "qualification" ? one.units : [])),
    ...named.filter(({ type }) => type === "unit"),
  ].map(({ id }) => id);
}

interface PlannedSubject {
  readonly folder: string;
  /** Behind the name of the document. */
  readonly suffix: string;
  readonly subject: Subject;
}

function qualificationSubjects(
  whole: {
    readonly qualification: Qualification;
    readonly review: Review | null;
    readonly frameworks: readonly Framework[];
  },
  chosen: readonly string[] | null,
): readonly PlannedSubject[] {
  const { id, units } = whole.qualification;
  if (chosen === null) return [{ folder: id, suffix: "", subject: { ...whole, units, isPart: false } }];
  return units
    .filter((unit) => chosen.includes(unit.id))
    .map((unit) => ({
      folder: id,
      suffix: `-${unit.id}`,
      subject: { ...whole, units: [unit], isPart: true },
    }));
}

/** Those of `all` that were asked for by name. @throws UserError where a name means nothing */
export function pick<T extends { readonly id: string }>(
  all: readonly T[],
  ids: readonly string[] | null,
  what: string,
): readonly T[] {
  if (ids === null) return all;
  return ids.map((id) => {
    const found = all.find((one) => one.id === id);
    if (found !== undefined) return found;
    const names = all.map((one) => one.id);
    const meant =
      names.find((name) => name === formsMeant[id.toLowerCase()]) ?? suggest(id, names) ?? suggestByPart(id, names);
    const how = meant === null ? `expected ${choiceOf(names)}` : `did you mean ${code(meant)}?`;
    throw usageError(`Unknown ${what} ${code(id)}; ${how}`);
  });
}

/** "workbok" means the one name in which such a word stands; null where there are several. */
function suggestByPart(id: string, names: readonly string[]): string | null {
  const part = suggest(id, new Set(names.flatMap((name) => name.split("-"))));
  const [name, ...others] = names.filter((one) => part !== null && one.split("-").includes(part));
  return name === undefined || others.length > 0 ? null : name;
}

/** What people call the forms of papers. */
const formsMeant: Readonly<Record<string, string>> = {
  word: "docx",
  doc: "docx",
  web: "html",
  htm: "html",
  webpage: "html",
  markdown: "md",
  text: "md",
  print: "pdf",
};

/** More names than can be read in a message stand in the help. */
function choiceOf(names: readonly string[]): string {
  return names.length > 6 ? `one that ${code("qualspec build --help")} lists` : joinWords(names.map(code), "or");
}
