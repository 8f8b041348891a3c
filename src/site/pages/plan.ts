import { combinationRules } from "../../documents/combination.ts";
import { levelName } from "../../model/level.ts";
import { structureOf } from "../../model/route-structure.ts";
import type { Group, Qualification, Unit } from "../../model/types.ts";
import { addresses, wayUp } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import { qualificationNotices, type Site } from "../site.ts";

/** Whether there is anything to choose, and everything is known that a choice is judged by. */
export function canBePlanned({ isComplete, units, groups, source }: Qualification): boolean {
  const isOpen = groups.some(({ require }) => !require.all) || (source.rulesOfCombination?.pathways ?? []).length > 1;
  return isComplete && units.length > 0 && isOpen;
}

/** Where a learner picks units and sees what they come to. Without scripts it is the list of units and rules to choose by. */
export function planPage(qualification: Qualification, site: Site): SitePage {
  const { words } = site;
  const { id, title, groups, source } = qualification;
  const path = addresses.plan(id);
  const root = wayUp(path);
  const fixed = alwaysTaken(qualification);
  const rules = combinationRules(qualification, words);
  const seen = new Set<string>();
  const pathways = (source.rulesOfCombination?.pathways ?? []).map((one) => ({
    id: one.id,
    title: one.title ?? one.id,
  }));
  return {
    about: {
      path,
      title: words("site.plan.title", { title }),
      section: "qualifications",
      notices: qualificationNotices(qualification, words),
      plan: { structure: structureOf(qualification), rules, fixed: [...fixed] },
    },
    template: "plan",
    view: {
      title,
      href: root + addresses.qualification(id),
      sentences: rules.map(({ text }) => text),
      pathways: pathways.length > 1 ? pathways : [],
      groups: groups.map((group) => ({
        title: group.title,
        units: unitsOf(group).map((unit) => {
          const isAgain = seen.has(unit.id);
          seen.add(unit.id);
          return {
            id: unit.id,
            href: root + addresses.unit(unit.id),
            title: unit.title,
            facts: factsOf(unit, site),
            isFixed: fixed.has(unit.id),
            isAgain,
          };
        }),
      })),
    },
  };
}

function unitsOf({ units }: Group): readonly Unit[] {
  return units.flatMap(({ unit }) => unit ?? []);
}

/** The units that every way to the qualification asks for by name, and that no other unit can stand for. */
function alwaysTaken({ groups, source }: Qualification): ReadonlySet<string> {
  const { pathways = [], equivalent = [] } = source.rulesOfCombination ?? {};
  const isAlwaysOpen = (id: string) => pathways.every((pathway) => pathway.groups?.includes(id) === true);
  const replaced = new Set(equivalent.flat());
  const named = groups.filter(({ id, require }) => require.all && isAlwaysOpen(id)).flatMap(unitsOf);
  return new Set(named.map(({ id }) => id).filter((id) => !replaced.has(id)));
}

/** "Level 3 · 4 credits · 30 hours". */
function factsOf({ level, credit, totalUnitTime }: Unit, { words }: Site): string {
  return [
    level === null ? "" : levelName(level),
    credit === null ? "" : words(credit === 1 ? "site.credit-one" : "site.credit", { count: credit }),
    totalUnitTime === null ? "" : words("facts.hours", { count: totalUnitTime }),
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}
