import { given } from "../documents/given.ts";
import { levelName } from "../model/level.ts";
import type { Qualification, Unit } from "../model/types.ts";
import { plainBlock, plainInline } from "../render/markdown.ts";
import { addresses } from "./address.ts";
import { marksOf, tagsOfMarks } from "./marks.ts";
import { qualificationNotices, type Site, unitNotices } from "./site.ts";

/**
 * What a page is about in the words of schema.org. A qualification is a credential, not the programme of a provider; a unit
 * is a course only in that it can be taught. What is not stated is left out. null without an address.
 */
export function qualificationData(qualification: Qualification, site: Site): object | null {
  const { url, words } = site;
  if (url === null) return null;
  const { id, title, source, levels, language } = qualification;
  const { awardingOrganisation: organisation, objective, number, version, issued, size } = source;
  const publisher =
    organisation?.name === undefined
      ? null
      : stated({ "@type": "Organization", name: organisation.name, alternateName: organisation.acronym ?? null });
  const isRegulated = given(number) !== null;
  const notices = qualificationNotices(qualification, words);
  return stated({
    "@context": "https://schema.org",
    "@type": "EducationalOccupationalCredential",
    "@id": url + addresses.qualification(id),
    url: url + addresses.qualification(id),
    name: title,
    inLanguage: language,
    description: described(notices, objective?.statement === undefined ? null : given(plainBlock(objective.statement))),
    identifier: given(number),
    credentialCategory: given(size),
    educationalLevel: levels.map(levelName),
    version: version ?? null,
    datePublished: issued ?? null,
    creativeWorkStatus: statusOf(qualification, [qualification], site),
    usageInfo: usageOf(notices),
    // Nobody vouches for what is not regulated: its organisation has written it, that is all.
    ...(isRegulated ? { recognizedBy: publisher } : { publisher }),
  });
}

export function unitData(unit: Unit, site: Site): object | null {
  const { url, usedBy } = site;
  if (url === null) return null;
  const { id, title, source, level, credit, outcomes, language } = unit;
  const notices = unitNotices(unit, site);
  return stated({
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": url + addresses.unit(id),
    url: url + addresses.unit(id),
    name: title,
    inLanguage: language,
    description: described(notices, source.aim === undefined ? null : given(plainInline(source.aim))),
    courseCode: given(source.ownerReference),
    identifier: given(source.reference),
    educationalLevel: level === null ? null : levelName(level),
    numberOfCredits: credit,
    teaches: outcomes.map(({ text }) => plainInline(text)),
    creativeWorkStatus: statusOf(unit, usedBy.get(id) ?? [], site),
    usageInfo: usageOf(notices),
  });
}

/** What there is to be said first is first: a search engine may show no more than the description. */
function described(notices: readonly string[], text: string | null): string | null {
  const all = text === null ? notices : [...notices, text];
  return all.length === 0 ? null : all.join(" ");
}

function usageOf(notices: readonly string[]): object | null {
  return notices.length === 0 ? null : { "@type": "CreativeWork", text: notices.join(" ") };
}

/** As the pages say it. "Published" is said of what nothing has to be said about. */
function statusOf(one: Qualification | Unit, users: readonly Qualification[], site: Site): string | readonly string[] {
  const tags = tagsOfMarks(marksOf(one, site), site).map(({ text }) => text);
  if (tags.length > 0) return tags;
  return users.length > 0 && users.every(({ source }) => source.status === "published") ? "Published" : [];
}

function stated(facts: Readonly<Record<string, unknown>>): object {
  const isStated = (fact: unknown) => fact !== null && !(Array.isArray(fact) && fact.length === 0);
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => isStated(fact)));
}
