import type { Diagnostic, Place, Related } from "../diagnostics/diagnostic.ts";
import { houseExplanations } from "../rules/house-explanations.ts";

export type HouseRule = (typeof houseExplanations)[number]["id"];

/** A finding about the style of a house, with the severity that its explanation gives. */
export function houseFinding(
  rule: HouseRule,
  message: string,
  place: Place,
  related: readonly Related[] = [],
): Diagnostic {
  const severity = houseExplanations.find(({ id }) => id === rule)?.severity ?? "error";
  return { rule, severity, message, place, related };
}
