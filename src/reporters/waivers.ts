import { printable } from "../text/printable.ts";
import { countOf } from "../text/words.ts";
import { indent, wrap } from "../text/wrap.ts";
import type { JudgedWaiver, WaiverState } from "../waivers/waiver.ts";
import type { Colours } from "./colours.ts";
import type { WaiversWritten } from "./report.ts";

/** The waivers that there are, each with its place, what it is about, how it stands, and its reason. */
export function prettyWaivers(waivers: readonly JudgedWaiver[], columns: number, colours: Colours): string {
  if (waivers.length === 0) return "No waivers.\n\n";
  const blocks = waivers.map(({ waiver, state, findings }) => {
    const { rule, at, reason, until, place } = waiver;
    const { line } = place.file.positionAt(place.start);
    const where = `${colours.underline(printable(place.file.path))}:${line}`;
    const what = `${colours.bold(rule)}${at === null ? "" : ` at ${printable(at)}`}`;
    const day = until === null ? "no last day" : `until ${until}`;
    const covered = state === "unmatched" ? "" : `, covers ${countOf(findings.length, "finding")}`;
    const said = wrap(printable(reason ?? "No reason."), Math.max(40, Math.min(columns, 100)) - 4).join("\n");
    return `${where}  ${what}\n  ${day}: ${paintOf(state, colours)(state)}${covered}\n${indent(said, "    ")}\n`;
  });
  return `${blocks.join("")}\n`;
}

/** The same for programs; `printFinding` as everywhere in the report. */
export function jsonWaivers<T>(
  waivers: readonly JudgedWaiver[],
  printFinding: (one: JudgedWaiver["findings"][number]) => T,
) {
  return waivers.map(({ waiver, state, findings }) => {
    const { rule, at, reason, until, place } = waiver;
    const { line, column } = place.file.positionAt(place.start);
    return {
      rule,
      at,
      reason,
      until,
      file: place.file.path,
      line,
      column,
      state,
      findings: findings.map(printFinding),
    };
  });
}

/** Which files have new waivers, and which could not have them. */
export function prettyWritten({ until, files, left }: WaiversWritten, colours: Colours): string {
  const count = files.reduce((sum, { waivers }) => sum + waivers, 0);
  const widest = Math.max(0, ...files.map(({ path }) => path.length));
  const rows = files.map(({ path, waivers }) => `  ${printable(path).padEnd(widest)}  ${waivers}\n`);
  const head =
    count === 0
      ? "No waivers written.\n"
      : `Wrote ${colours.green(countOf(count, "waiver"))} until ${until} into ${countOf(files.length, "file")}:\n`;
  const others = left.map(({ path, why }) => `Left ${printable(path)} as it is, for ${why}.\n`);
  return `${head}${rows.join("")}${others.join("")}\n`;
}

function paintOf(state: WaiverState, colours: Colours): Colours["bold"] {
  if (state === "open") return colours.green;
  return state === "incomplete" ? colours.red : colours.yellow;
}
