import type { Io } from "../cli/io.ts";
import type { FileToWrite } from "../files/write.ts";
import { unifiedDiff } from "../fixes/unified-diff.ts";
import { countsOf, summarise } from "../reporters/report.ts";
import type { ChosenGroup } from "../scaffold/choose-group.ts";
import { typed } from "../text/typed.ts";
import { check } from "../workspace/check.ts";

/** The file that would be written, and beside it what would change in another. */
export function showDraft(io: Io, text: string, chosen: ChosenGroup | null, changed: FileToWrite | null): void {
  io.out.write(text);
  if (chosen === null || changed === null) return;
  const before = Buffer.from(chosen.open.file.bytes).toString("utf8");
  const after = Buffer.from(changed.bytes).toString("utf8");
  io.err.write(unifiedDiff({ printed: changed.printed, before, after }));
}

/** What was written, and what is to be done next. */
export async function tellDraft(io: Io, { path, printed }: FileToWrite, chosen: ChosenGroup | null): Promise<void> {
  const added = chosen === null ? "" : `, and added it to the group ${chosen.group.id} of ${chosen.open.file.printed}`;
  // A unit more changes the sums of its qualification.
  const others = chosen === null ? [] : [chosen.open.file];
  const { findings } = await check(io, [path, ...others.map((file) => file.path)]);
  const left = summarise(findings, 0);
  const next = `qualspec check ${[printed, ...others.map((file) => file.printed)].map(typed).join(" ")}`;
  const rest =
    findings.length === 0
      ? `Next: ${next}, whenever you have changed it.`
      : `Next: open it in an editor and answer what is left (${countsOf(left)}); ${next} lists it.`;
  io.out.write(`Made ${printed}${added}.\n${rest}\n`);
}
