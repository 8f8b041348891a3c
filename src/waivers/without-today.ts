import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JudgedWaiver, Waived } from "./waiver.ts";

interface Judged {
  readonly findings: readonly Diagnostic[];
  readonly waived: readonly Waived[];
  readonly waivers: readonly JudgedWaiver[];
}

/** The same whatever day it is, as papers need it: each waiver, with its last day, covers what it is about. */
export function withoutToday({ findings, waived, waivers }: Judged): Pick<Judged, "findings" | "waived"> {
  const expired = waivers.filter(({ state }) => state === "expired");
  if (expired.length === 0) return { findings, waived };
  const ended = new Map(
    expired.flatMap((one) => one.findings.map((finding) => [nameOf(finding), { ...one, finding }])),
  );
  const known = new Set(waived.map(({ finding }) => nameOf(finding)));
  const again = [...ended].filter(([name]) => !known.has(name)).map(([, { finding, waiver }]) => ({ finding, waiver }));
  return {
    findings: findings.filter((one) => one.rule !== "waiver-expired" && !ended.has(nameOf(one))),
    waived: [...waived, ...again],
  };
}

function nameOf({ rule, message, place }: Diagnostic): string {
  return JSON.stringify([rule, message, place.file.path, place.start, place.pointer]);
}
