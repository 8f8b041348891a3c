import type { Io } from "../cli/io.ts";
import { type Comparison, compare, type Side } from "../diff/compare.ts";
import { overviewOf } from "../diff/overview.ts";
import type { Look } from "../documents/make-page.ts";
import { resolvePath } from "../files/paths.ts";
import { type Words, wordsFor } from "../words/words.ts";
import type { ComparedSide } from "../workspace/compared-sides.ts";
import type { DiffOptions } from "./diff.ts";

type Sides = readonly [before: ComparedSide, after: ComparedSide];

export function compareSides([before, after]: Sides): Comparison {
  return compare(sideOf(before), sideOf(after));
}

function sideOf({ model: { workspaces } }: ComparedSide): Side {
  const corpora = workspaces.map(({ corpus }) => corpus);
  return {
    qualifications: corpora.flatMap(({ qualifications }) => qualifications),
    units: corpora.flatMap(({ units }) => units),
    frameworks: corpora.flatMap(({ frameworks }) => frameworks),
  };
}

/** Prints a comparison as it was asked for, and writes what else was. @throws PaperFinding about a template of the house */
export async function printComparison(
  io: Io,
  options: DiffOptions & { readonly today: string },
  [before, after]: Sides,
  comparison: Comparison,
  look: Look,
): Promise<void> {
  const words = wordsFor(after.model.workspaces[0]?.workspace.config.house?.terms ?? {});
  // Before anything is printed: it may fail.
  const files =
    options.notice === undefined
      ? null
      : await writeNotices(io, { ...options, notice: options.notice }, after, comparison, words, look);
  if (options.changes === true) {
    const { changeEntries } = await import("../reporters/diff-changes.ts");
    io.out.write(changeEntries(comparison, words, options.today));
    return;
  }
  const names = { before: before.name, after: after.name };
  switch (options.format) {
    case "json": {
      const { jsonComparison } = await import("../reporters/diff-json.ts");
      const findings = [before, after].flatMap(({ model }) => model.findings);
      io.out.write(jsonComparison(null, findings, comparison));
      break;
    }
    case "markdown": {
      const { markdownComparison } = await import("../reporters/diff-markdown.ts");
      io.out.write(markdownComparison(overviewOf(comparison, words), names));
      break;
    }
    case "html": {
      const { changeReport } = await import("../papers/change-report.ts");
      io.out.write(await changeReport(overviewOf(comparison, words), names, words, look));
      break;
    }
    case "pretty": {
      const { prettyComparison } = await import("../reporters/diff.ts");
      const { coloursFor } = await import("../reporters/colours.ts");
      const colours = await coloursFor(io, io.out);
      io.out.write(prettyComparison(overviewOf(comparison, words), names, io.out.columns, colours));
    }
  }
  if (files !== null) {
    for (const { path, status } of files) io.err.write(`${path}: ${status}\n`);
  }
}

async function writeNotices(
  io: Io,
  options: DiffOptions & { readonly notice: string },
  { model }: ComparedSide,
  comparison: Comparison,
  words: Words,
  look: Look,
) {
  const { noticesOf } = await import("../papers/change-notices.ts");
  const { makeFiles } = await import("../papers/make-files.ts");
  const { listed } = await import("./listed.ts");
  const makings = noticesOf(comparison, {
    folder: resolvePath(options.notice, io.cwd),
    forms: listed(options.to, "--to") ?? ["html"],
    words,
    look,
  });
  if (options.force !== true) {
    const { refuseFolderOfSpecifications } = await import("./refuse-folder.ts");
    const all = model.workspaces.flatMap(({ corpus }) =>
      [corpus.qualifications, corpus.units, corpus.frameworks].flat(),
    );
    const paths = all.map(({ origin }) => origin.spec.source.path);
    refuseFolderOfSpecifications(io, makings, { paths }, "--notice");
  }
  return makeFiles(makings, { isForced: options.force === true, cwd: io.cwd, afterEach: () => false });
}
