import type { AddressingUnit } from "../coverage/cover.ts";
import { addresses, anchorOf } from "./address.ts";
import type { Site } from "./site.ts";

/** More units than these are counted, not named: what a house maps in all of its units would fill pages. */
const mostUnits = 12;
const mostCriteria = 12;

/** The units that answer to an entry of a framework, each with the criteria that do. */
export function addressedBy(units: readonly AddressingUnit[], { words }: Site, root: string) {
  return {
    units: units.slice(0, mostUnits).map(({ unit, criteria }) => {
      const page = root + addresses.unit(unit.id);
      return {
        href: page,
        title: unit.title,
        criteria: criteria.slice(0, mostCriteria).map((criterion) => ({
          href: `${page}#${anchorOf(unit, criterion)}`,
          number: criterion.number,
          label: words("site.framework.criterion", { number: criterion.number, title: unit.title }),
        })),
        more:
          criteria.length > mostCriteria
            ? words("site.framework.more-criteria", { count: criteria.length - mostCriteria })
            : null,
      };
    }),
    more: units.length > mostUnits ? words("site.more-units", { count: units.length - mostUnits }) : null,
  };
}
