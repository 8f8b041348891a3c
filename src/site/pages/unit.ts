import { unitFacts } from "../../documents/facts.ts";
import { mappedTo } from "../../documents/mapped-to.ts";
import { publishedUnit } from "../../documents/published-unit.ts";
import type { Criterion, Unit } from "../../model/types.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, anchorOf, wayUp } from "../address.ts";
import type { PlacedPage, SitePage } from "../define-page.ts";
import { inBrief, type Site, statusTags, unitNotices } from "../site.ts";
import { unitData } from "../structured-data.ts";
import { papersOf } from "./qualification.ts";
import { type WholeList, wholeList } from "./whole-list.ts";

/** More qualifications than these stand on a page of their own: a page has to stay small. */
const mostUsers = 200;

/** A unit in full, as anybody may read it: what is for assessors only is not in it. */
export function unitPage(unit: Unit, site: Site): SitePage {
  const { words, usedBy } = site;
  const path = addresses.unit(unit.id);
  const root = wayUp(path);
  const published = publishedUnit(unit, 0, { qualification: null, units: [unit], isPart: false, review: null }, words);
  const users = usedBy.get(unit.id) ?? [];
  return {
    about: {
      path,
      title: unit.title,
      section: "units",
      notices: unitNotices(unit, site),
      description: inBrief(unit.source.aim),
      structured: unitData(unit, site),
    },
    template: "unit",
    view: {
      ...published,
      papers: papersOf(site, unit.id, root),
      hasRules: [published.methods, published.requirements, published.minimum, published.range].some(
        (one) => one !== null,
      ),
      title: unit.title,
      direction: directionOf(unit.language),
      facts: unitFacts(unit, words),
      users: users.slice(0, mostUsers).map((one) => ({
        href: root + addresses.qualification(one.id),
        title: one.title,
        tags: statusTags(one, words),
      })),
      moreUsers:
        users.length > mostUsers ? words("site.more-qualifications", { count: users.length - mostUsers }) : null,
      usersHref: root + addresses.users(unit.id, 1),
      usedIn: words(users.length === 1 ? "site.used-in-one" : "site.used-in", { count: users.length }),
      outcomes: published.outcomes.map((outcome, at) => {
        const own = unit.outcomes[at];
        return {
          ...outcome,
          anchor: own === undefined ? "" : anchorOf(unit, own),
          label: words("site.link-to", { number: outcome.number }),
          criteria: outcome.criteria.map((criterion, place) => ({
            ...criterion,
            ...linkTo(unit, own?.criteria[place], site),
          })),
        };
      }),
      mapped: unit.frameworks.flatMap((framework) =>
        mappedTo({ ...unit, frameworks: [framework] }, words).map((one) => ({
          ...one,
          href: root + addresses.framework(framework.id),
        })),
      ),
    },
  };
}

/** All qualifications that it is used in, where its own page does not name them all. */
export function userPages(unit: Unit, site: Site): readonly PlacedPage[] {
  const { words, usedBy } = site;
  const users = usedBy.get(unit.id) ?? [];
  if (users.length <= mostUsers) return [];
  const list: WholeList = {
    title: `${unit.title}: ${words("site.used-in", { count: users.length })}`,
    section: "units",
    notices: unitNotices(unit, site),
    language: unit.language,
    from: addresses.unit(unit.id),
    fromTitle: unit.title,
    entries: users.map((one) => ({
      path: addresses.qualification(one.id),
      title: one.title,
      tags: statusTags(one, words),
    })),
  };
  return wholeList(list, (page) => addresses.users(unit.id, page), site);
}

function linkTo(unit: Unit, criterion: Criterion | undefined, { words }: Site) {
  if (criterion === undefined) return { anchor: "", label: "" };
  return { anchor: anchorOf(unit, criterion), label: words("site.link-to", { number: criterion.number }) };
}
