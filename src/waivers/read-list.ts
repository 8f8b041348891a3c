import type { Specification } from "../model/types.ts";
import { placeOf } from "../rules/place.ts";
import type { Waiver } from "./waiver.ts";

/** The waivers in the list of a specification. */
export function readList(holder: Specification): readonly Waiver[] {
  return (holder.source.waivers ?? []).map((one, position): Waiver => {
    return {
      rule: one.rule,
      at: one.at ?? null,
      content: one.content ?? null,
      reason: one.reason ?? null,
      until: one.until ?? null,
      place: placeOf(holder, "waivers", position, "rule"),
      untilPlace: one.until === undefined ? null : placeOf(holder, "waivers", position, "until"),
      holder,
      lines: null,
    };
  });
}
