import { noticesOf } from "../documents/cover.ts";
import { given } from "../documents/given.ts";
import type { Framework, Qualification, Specification, Unit } from "../model/types.ts";
import type { Brand } from "../page/brand.ts";
import { plainInline } from "../render/markdown.ts";
import { phrasesUnder, type Words } from "../words/words.ts";
import type { Differences } from "./differences.ts";

/** A form of a paper that the site holds. */
export interface SitePaper {
  readonly document: string;
  readonly format: string;
  /** Below the folder of the site. */
  readonly path: string;
}

/** Everything that a site is made of. */
export interface Site {
  /** In the order of their titles, each id once, as are units and frameworks. */
  readonly qualifications: readonly Qualification[];
  readonly units: readonly Unit[];
  readonly frameworks: readonly Framework[];
  readonly usedBy: ReadonlyMap<string, readonly Qualification[]>;
  /** By the id of the qualification, or of the unit that is published by itself. */
  readonly papers: ReadonlyMap<string, readonly SitePaper[]>;
  readonly words: Words;
  /** BCP 47: of what stands around the texts of authors. */
  readonly language: string;
  readonly brand: Brand | null;
  /** Where it will be found, with a slash at its end; null where that is not known. */
  readonly url: string | null;
  /** What is different from an earlier state; null where none was named. */
  readonly differences: Differences | null;
  readonly name: string;
  /** The phrases that scripts show. */
  readonly say: Readonly<Record<string, string>>;
}

export type SiteOptions = Pick<Site, "papers" | "words" | "language" | "brand" | "url" | "differences">;

/** A site of what the user asked for, with the units and frameworks that it uses. */
export function openSite(asked: readonly Specification[], options: SiteOptions): Site {
  const qualifications = inOrder(asked.filter((one): one is Qualification => one.type === "qualification"));
  const units = inOrder([
    ...qualifications.flatMap((one) => one.units),
    ...asked.filter((one): one is Unit => one.type === "unit"),
  ]);
  const frameworks = inOrder([
    ...asked.filter((one): one is Framework => one.type === "framework"),
    ...units.flatMap((unit) => unit.frameworks),
  ]);
  const usedBy = new Map<string, Qualification[]>();
  for (const qualification of qualifications)
    for (const { id } of qualification.units) usedBy.set(id, [...(usedBy.get(id) ?? []), qualification]);
  const { words } = options;
  const say = phrasesUnder("site.say.", words);
  return { ...options, qualifications, units, frameworks, usedBy, name: nameOf(qualifications, words), say };
}

function inOrder<T extends { readonly id: string; readonly title: string }>(all: readonly T[]): readonly T[] {
  const byId = new Map<string, T>();
  for (const one of all) if (!byId.has(one.id)) byId.set(one.id, one);
  return [...byId.values()]
    .map((one) => ({ one, key: sortKey(one.title) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one);
}

/** By letters, whatever their case and accents: the same on every machine. */
export function sortKey(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function nameOf(qualifications: readonly Qualification[], words: Words): string {
  const names = new Set(qualifications.map(({ source }) => source.awardingOrganisation?.name ?? ""));
  const [only = ""] = names;
  return names.size === 1 && only !== "" ? words("site.name-of", { organisation: only }) : words("site.name");
}

export type Status = "draft" | "withdrawn" | "unregulated";

/** In a word, what its notices say of how a qualification stands. */
export function statusesOf({ source }: Qualification): readonly Status[] {
  const { status, number } = source;
  return [
    ...(status === "draft" || status === "withdrawn" ? [status] : []),
    ...(given(number) === null ? ["unregulated" as const] : []),
  ];
}

export function statusTags(qualification: Qualification, words: Words) {
  return statusesOf(qualification).map((kind) => ({ kind, text: words(`site.status.${kind}`) }));
}

/** What the author wants to be printed everywhere. */
export function ownNotice({ source: { notice } }: { readonly source: { readonly notice?: string } }): string | null {
  return given(notice);
}

/** All that has to be said on each page about a qualification. */
export function qualificationNotices(qualification: Qualification, words: Words): readonly string[] {
  return noticesOf({ qualification, units: [] }, words);
}

/** On a page about all: what is true of each qualification, and that some have a notice of their own. */
export function commonNotices({ qualifications, units, words }: Site): readonly string[] {
  const statuses = new Set(qualifications.map(({ source }) => source.status));
  const texts = new Set([...qualifications.map(ownNotice), ...units.flatMap((one) => ownNotice(one) ?? [])]);
  const [status] = statuses;
  const [text = null] = texts;
  const hasOthers = texts.size > 1 || (statuses.size > 1 && [...statuses].some(isOpen));
  return [
    ...(statuses.size === 1 && isOpen(status) ? [words(`notice.${status}`)] : []),
    ...(texts.size === 1 && text !== null ? [text] : []),
    ...(hasOthers ? [words("site.some-notices")] : []),
  ];
}

/** It has to be said of everything that is made from it. */
export function isOpen(status: string | undefined): status is "draft" | "withdrawn" {
  return status === "draft" || status === "withdrawn";
}

/** What a unit says of itself, and what is said of the qualifications that it is used in. */
export function unitNotices(unit: Unit, { usedBy, words }: Site): readonly string[] {
  const users = usedBy.get(unit.id) ?? [];
  const [status, another] = new Set(users.map(({ source }) => source.status));
  const own = ownNotice(unit);
  const others = new Set(users.flatMap((one) => ownNotice(one) ?? []));
  return [
    ...(another === undefined && isOpen(status) ? [words(`notice.${status}`)] : []),
    ...(own === null ? [] : [own]),
    ...[...others].filter((text) => text !== own).map((text) => noticeOf(text, users, words)),
  ];
}

/** Whose notice it is, where it is not that of all. */
function noticeOf(notice: string, users: readonly Qualification[], words: Words): string {
  const own = users.filter((one) => ownNotice(one) === notice);
  if (own.length === users.length) return notice;
  const [only] = own;
  return own.length === 1 && only !== undefined
    ? words("site.notice-of", { title: only.title, notice })
    : words("site.notice-of-some", { count: own.length, notice });
}

/** An aim or an objective in one plain sentence or two, for those who search or list. */
export function inBrief(text: string | null | undefined): string {
  return text === null || text === undefined ? "" : plainInline(text.replace(/\s+/gu, " "));
}
