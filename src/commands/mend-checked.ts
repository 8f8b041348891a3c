import { usageError } from "../cli/user-error.ts";
import { refuseReadOnly } from "../files/refuse-read-only.ts";
import { writeFiles } from "../files/write.ts";
import { mend, type Texts } from "../fixes/mend.ts";
import { unifiedDiff } from "../fixes/unified-diff.ts";
import type { Mending } from "../reporters/report.ts";
import { code } from "../text/words.ts";
import type { Checked } from "../workspace/check.ts";

export interface MendOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly staged?: boolean;
  readonly writeWaivers?: boolean;
  readonly format: string;
}

/** The formats that have a place for a diff. */
const withDiff = ["pretty", "json"];

/** @throws UserError where `--fix` and what it was given with do not go together */
export function refuseToMend(options: MendOptions, paths: readonly string[]): void {
  const refusal = reasonAgainst(options, paths);
  if (refusal !== null) throw usageError(refusal);
}

function reasonAgainst({ fix, dryRun, staged, writeWaivers, format }: MendOptions, paths: readonly string[]) {
  const [dry, mends] = [code("--dry-run"), code("--fix")];
  if (fix !== true) return dryRun === true ? `Unexpected ${dry} without ${mends}; add ${mends}` : null;
  if (paths.includes("-")) {
    return `Unexpected ${code("-")} with ${mends}, expected files: standard input cannot be written back; save the text and name the file`;
  }
  if (staged === true) {
    return `Unexpected ${code("--staged")} with ${mends}, which mends files and not what is staged; mend first, then stage`;
  }
  if (dryRun !== true) return null;
  if (writeWaivers === true) {
    return `Unexpected ${code("--write-waivers")} with ${dry}, which writes nothing; leave out one of the two`;
  }
  if (withDiff.includes(format)) return null;
  const formats = withDiff.map((name) => code(`--format ${name}`)).join(" or ");
  return `Unexpected ${code(`--format ${format}`)} with ${dry}, expected ${formats}; change it`;
}

/**
 * Mends what was found, in the files; with `isDryRun` only says how.
 *
 * @param look checks again, with these texts in place of what the files hold
 * @returns what stands in the files now, and what was done
 */
export async function mendChecked(
  cwd: string,
  first: Checked,
  look: (texts: Texts) => Promise<Checked>,
  isDryRun: boolean,
): Promise<{ readonly checked: Checked; readonly mending: Mending }> {
  const { checked, fixed, files } = await mend(cwd, first, look);
  if (isDryRun) return { checked: first, mending: { fixed, diff: files.map(unifiedDiff).join("") } };
  for (const { path, printed } of files) refuseReadOnly(path, printed);
  writeFiles(files.map(({ path, printed, after }) => ({ path, printed, bytes: Buffer.from(after) })));
  return { checked, mending: { fixed, diff: null } };
}
