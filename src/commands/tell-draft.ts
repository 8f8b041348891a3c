import type { Io } from "../cli/io.ts";
import type { FileToWrite } from "../files/write.ts";
import { unifiedDiff } from "../fixes/unified-diff.ts";
import { jsonReport } from "../reporters/json.ts";
import { jsonMade } from "../reporters/made.ts";
import { countsOf, summarise } from "../reporters/report.ts";
import type { ChosenGroup } from "../scaffold/choose-group.ts";
import type { Draft } from "../scaffold/define-draft.ts";
import { typed } from "../text/typed.ts";
import { check } from "../workspace/check.ts";

/** A file that is begun, and the qualification that it is added to. */
export interface Begun {
  readonly kind: Draft["kind"];
  readonly id: string;
  readonly file: FileToWrite;
  readonly chosen: ChosenGroup | null;
  /** That qualification with the new unit. */
  readonly changed: FileToWrite | null;
}

type Format = "pretty" | "json";

/** The file that would be written, and beside it what would change in another. */
export function showDraft(io: Io, begun: Begun, format: Format): void {
  const { file, chosen, changed } = begun;
  const text = Buffer.from(file.bytes).toString("utf8");
  const before = Buffer.from(chosen?.open.file.bytes ?? []).toString("utf8");
  const diff =
    changed === null
      ? ""
      : unifiedDiff({ printed: changed.printed, before, after: Buffer.from(changed.bytes).toString("utf8") });
  if (format === "json") {
    const whole = unifiedDiff({ printed: file.printed, before: "", after: text }) + diff;
    io.out.write(jsonReport(null, [], { ...jsonMade(filesOf(begun), false), diff: whole }));
    return;
  }
  io.out.write(text);
  io.err.write(diff);
}

/** What was written, and what is to be done next. */
export async function tellDraft(io: Io, begun: Begun, format: Format): Promise<void> {
  const { file, chosen } = begun;
  // A unit more changes the sums of its qualification.
  const others = chosen === null ? [] : [chosen.open.file];
  const { findings } = await check(io, [file.path, ...others.map(({ path }) => path)]);
  if (format === "json") {
    io.out.write(jsonReport(null, findings, jsonMade(filesOf(begun), true)));
    return;
  }
  const added = chosen === null ? "" : `, and added it to the group ${chosen.group.id} of ${chosen.open.file.printed}`;
  const left = summarise(findings, 0);
  const next = `qualspec check ${[file, ...others].map(({ printed }) => typed(printed)).join(" ")}`;
  const rest =
    findings.length === 0
      ? `Next: ${next}, whenever you have changed it.`
      : `Next: open it in an editor and answer what is left (${countsOf(left)}); ${next} lists it.`;
  io.out.write(`Made ${file.printed}${added}.\n${rest}\n`);
}

function filesOf({ kind, id, file, chosen }: Begun) {
  const changed = chosen?.open.file;
  return [
    { path: file.printed, kind, id },
    ...(changed === undefined ? [] : [{ path: changed.printed, kind: "qualification" as const, id: changed.id }]),
  ];
}
