import type { AddressingUnit } from "../coverage/cover.ts";
import { placesOf } from "../coverage/places.ts";
import { bytesOf } from "./lists.ts";

/** What a unit takes on a page with links to its criteria that address an entry. */
export function unitBytes({ unit, criteria }: AddressingUnit): number {
  const links = placesOf(unit, criteria).isWhole ? [] : criteria;
  const own = 60 + 2 * unit.id.length;
  return links.reduce(
    (bytes, { key, number }) => bytes + own + (key ?? number).length + number.length,
    120 + unit.id.length + bytesOf(unit.title),
  );
}
