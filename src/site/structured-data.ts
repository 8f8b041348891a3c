import { given } from "../documents/given.ts";
import { levelName } from "../model/level.ts";
import type { Qualification, Unit } from "../model/types.ts";
import { plainBlock, plainInline } from "../render/markdown.ts";
import { addresses } from "./address.ts";
import type { Site } from "./site.ts";

/**
 * What a page is about in the words of schema.org. A qualification is a credential, not the programme of a provider; a unit
 * is a course only in that it can be taught. What is not stated is left out. null without an address.
 */
export function qualificationData(qualification: Qualification, { url }: Site): object | null {
  if (url === null) return null;
  const { id, title, source, levels, language } = qualification;
  const { awardingOrganisation: organisation, objective, number, version, issued, status, size } = source;
  return stated({
    "@context": "https://schema.org",
    "@type": "EducationalOccupationalCredential",
    "@id": url + addresses.qualification(id),
    url: url + addresses.qualification(id),
    name: title,
    inLanguage: language,
    description: objective?.statement === undefined ? null : given(plainBlock(objective.statement)),
    identifier: given(number),
    credentialCategory: given(size),
    educationalLevel: levels.map(levelName),
    version: version ?? null,
    datePublished: issued ?? null,
    creativeWorkStatus: statusWord(status),
    recognizedBy:
      organisation?.name === undefined
        ? null
        : stated({ "@type": "Organization", name: organisation.name, alternateName: organisation.acronym ?? null }),
  });
}

export function unitData(unit: Unit, { url, usedBy }: Site): object | null {
  if (url === null) return null;
  const { id, title, source, level, credit, outcomes, language } = unit;
  const statuses = new Set((usedBy.get(id) ?? []).map((one) => one.source.status));
  const [status] = statuses;
  return stated({
    "@context": "https://schema.org",
    "@type": "Course",
    "@id": url + addresses.unit(id),
    url: url + addresses.unit(id),
    name: title,
    inLanguage: language,
    description: source.aim === undefined ? null : given(plainInline(source.aim)),
    courseCode: given(source.ownerReference),
    identifier: given(source.reference),
    educationalLevel: level === null ? null : levelName(level),
    numberOfCredits: credit,
    teaches: outcomes.map(({ text }) => plainInline(text)),
    creativeWorkStatus: statuses.size === 1 ? statusWord(status) : null,
  });
}

function statusWord(status: string | undefined): string | null {
  return status === undefined ? null : status.charAt(0).toUpperCase() + status.slice(1);
}

function stated(facts: Readonly<Record<string, unknown>>): object {
  const isStated = (fact: unknown) => fact !== null && !(Array.isArray(fact) && fact.length === 0);
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => isStated(fact)));
}
