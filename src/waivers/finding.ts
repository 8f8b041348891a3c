import type { Diagnostic, Place, Related } from "../diagnostics/diagnostic.ts";
import { waiverExplanations } from "../rules/waiver-explanations.ts";

export type WaiverRule = (typeof waiverExplanations)[number]["id"];

/** A finding about a waiver itself, with the severity that its explanation gives. */
export function waiverFinding(
  rule: WaiverRule,
  message: string,
  place: Place,
  related: readonly Related[] = [],
): Diagnostic {
  const severity = waiverExplanations.find(({ id }) => id === rule)?.severity ?? "error";
  return { rule, severity, message, place, related };
}
