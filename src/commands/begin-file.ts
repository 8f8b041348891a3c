import type { Io } from "../cli/io.ts";
import { environmentError, UserError, usageError } from "../cli/user-error.ts";
import { printedPath } from "../files/paths.ts";
import { writeFiles } from "../files/write.ts";
import { openQualification, withUnit } from "../scaffold/add-to-group.ts";
import type { Draft } from "../scaffold/define-draft.ts";
import { drafts } from "../scaffold/index.ts";
import type { Site } from "../scaffold/judge.ts";
import { openSite } from "../scaffold/open-site.ts";
import { writeDraft } from "../scaffold/write-draft.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import { answersIn, groupSlip } from "./answers-in.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { type Answered, askPerson, complete, fileThere } from "./gather-answers.ts";
import type { NewOptions } from "./new.ts";
import { showDraft, tellDraft } from "./tell-draft.ts";

/** Asks, judges, and writes all or nothing. @throws UserError */
export async function beginFile(io: Io, kind: string, options: NewOptions): Promise<void> {
  const draft = draftNamed(kind);
  const { in: home, group, folder = null, force: isForced = false, dryRun = false } = options;
  const { given, slips } = answersIn(options, draft);
  const ofGroup = groupSlip(draft, home, group);
  const site = await openSite(io, { kind: draft.kind, folder, isForced });
  if (site === null) throw new UserError(brokenWorkspace.message, brokenWorkspace.exitCode);
  const around = {
    site,
    slips: [...slips, ...(ofGroup === null ? [] : [ofGroup])],
    open: home === undefined || ofGroup !== null ? null : () => openQualification(home, site.inventory),
    group: group ?? null,
  };
  const answered = canAsk(io, options)
    ? await askPerson(io, draft, given, around)
    : await complete(io, draft, given, around);
  await finish(io, draft, answered, site, { dryRun, format: options.format });
}

/** Whoever wants an answer for programs is none. */
function canAsk(io: Io, { format }: NewOptions): boolean {
  return io.openDialogue !== undefined && format !== "json";
}

async function finish(
  io: Io,
  draft: Draft,
  { answers, chosen }: Answered,
  site: Site,
  { dryRun, format }: Required<Pick<NewOptions, "dryRun" | "format">>,
): Promise<void> {
  const id = answers["id"] ?? "";
  const path = site.pathOf(id);
  const printed = printedPath(path, io.cwd);
  const there = fileThere(answers, site, io.cwd);
  if (there !== null) throw environmentError(`Nothing was written: ${there}`);
  const text = writeDraft(draft, answers, site);
  const changed = chosen === null ? null : withUnit(chosen.open, chosen.group, id);
  const begun = { kind: draft.kind, id, file: { path, printed, bytes: Buffer.from(text) }, chosen, changed };
  if (dryRun) return showDraft(io, begun, format);
  writeFiles(changed === null ? [begun.file] : [begun.file, changed]);
  await tellDraft(io, begun, format);
}

function draftNamed(kind: string): Draft {
  const draft = drafts.find((one) => one.kind === kind);
  if (draft !== undefined) return draft;
  const names = drafts.map((one) => one.kind);
  const meant = suggest(kind, names);
  const how = meant === null ? `expected ${joinWords(names.map(code), "or")}` : `did you mean ${code(meant)}?`;
  throw usageError(`Unknown kind ${code(kind)}; ${how}`);
}
