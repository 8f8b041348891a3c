import { contentMark } from "../model/content-hash.ts";
import { plainInline } from "../render/markdown.ts";
import { escapeXml } from "../text/escape-xml.ts";
import { addresses, changeAnchor } from "./address.ts";
import { latestChanges, type SiteChange } from "./changes.ts";
import type { Difference } from "./differences.ts";
import { marksOf, type Tag, tagsOfMarks } from "./marks.ts";
import { countWords, sinceWords } from "./pages/difference.ts";
import { qualificationNotices, type Site } from "./site.ts";

const mostEntries = 100;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly date: string;
  readonly author: string;
  /** First what has to be known of the qualification: a reader may see no more than the beginning. */
  readonly summary: string;
  readonly tags: readonly Tag[];
}

/**
 * What has changed, for programs that tell people of it (Atom, RFC 4287). Only what has a date: there is no other clock.
 * null where nothing has, or where the site has no address.
 */
export function feed(site: Site): string | null {
  const { url } = site;
  const entries = url === null ? [] : entriesOf(site, url);
  const [latest] = entries;
  if (url === null || latest === undefined) return null;
  const address = url + addresses.feed();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">`,
    `  <id>${escapeXml(address)}</id>`,
    `  <title>${escapeXml(`${site.words("site.section.changes")} · ${site.name}`)}</title>`,
    `  <link rel="self" href="${escapeXml(address)}"/>`,
    `  <link href="${escapeXml(url + addresses.changes(1))}"/>`,
    `  <updated>${latest.date}T00:00:00Z</updated>`,
    ...entries.slice(0, mostEntries).map(printEntry),
    "</feed>",
    "",
  ].join("\n");
}

export function hasFeed({ url, qualifications, differences }: Site): boolean {
  if (url === null) return false;
  if (differences?.all.some(({ date }) => date !== "") === true) return true;
  return qualifications.some(({ source }) => source.changes?.some(({ date }) => date !== undefined) === true);
}

/** What authors wrote and, with it or by itself, what was found to be different; the latest first. */
function entriesOf(site: Site, url: string): readonly Entry[] {
  const different = new Map((site.differences?.all ?? []).map((one) => [one.id, one]));
  const told = new Set<string>();
  const written = latestChanges(site).flatMap((change) => {
    if (change.date === "") return [];
    const { qualification, version } = change;
    const own = version === qualification.source.version ? different.get(qualification.id) : undefined;
    if (own === undefined || told.has(own.id)) return [writtenEntry(change, null, site, url)];
    told.add(own.id);
    return [writtenEntry(change, own, site, url)];
  });
  const found = [...different.values()].filter(({ id, date }) => date !== "" && !told.has(id));
  return [...written, ...found.map((one) => foundEntry(one, site, url))]
    .map((entry, at) => ({ entry, at }))
    .sort((a, b) => (a.entry.date > b.entry.date ? -1 : a.entry.date < b.entry.date ? 1 : a.at - b.at))
    .map(({ entry }) => entry);
}

function writtenEntry(change: SiteChange, own: Difference | null, site: Site, url: string): Entry {
  const { qualification, version, date, summary, anchor } = change;
  const page = url + addresses.qualification(qualification.id);
  const link = anchor === null ? page : `${page}#${anchor}`;
  const { title, source } = qualification;
  return {
    id: anchor === null ? `${page}#${contentMark([version, date, summary])}` : link,
    title: version === "" ? title : `${title}: ${site.words("site.version", { version })}`,
    link,
    date,
    author: source.awardingOrganisation?.name ?? site.name,
    summary: [
      ...qualificationNotices(qualification, site.words),
      plainInline(summary),
      ...(own === null ? [] : foundWords(own, site)),
    ].join(" "),
    tags: tagsOfMarks(marksOf(qualification, site), site),
  };
}

function foundEntry(one: Difference, site: Site, url: string): Entry {
  const link = url + (one.isNew ? addresses.qualification(one.id) : addresses.difference(one.id, 1));
  const qualification = site.qualifications.find(({ id }) => id === one.id);
  const { version, awardingOrganisation } = qualification?.source ?? {};
  return {
    id: `${url}${addresses.qualification(one.id)}#${version === undefined ? contentMark([one.date]) : changeAnchor(version)}`,
    title: version === undefined ? one.title : `${one.title}: ${site.words("site.version", { version })}`,
    link,
    date: one.date,
    author: awardingOrganisation?.name ?? site.name,
    summary: [
      ...(qualification === undefined ? [] : qualificationNotices(qualification, site.words)),
      ...foundWords(one, site),
    ].join(" "),
    tags: qualification === undefined ? [] : tagsOfMarks(marksOf(qualification, site), site),
  };
}

function foundWords(one: Difference, site: Site): readonly string[] {
  const { differences, words } = site;
  if (differences === null) return [];
  if (one.isNew) return [words("site.since.is-new", { since: differences.since })];
  return [sinceWords(one, differences, site), `${countWords(one, site).join("; ")}.`];
}

function printEntry({ id, title, link, date, author, summary, tags }: Entry): string {
  return [
    "  <entry>",
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <link href="${escapeXml(link)}"/>`,
    `    <updated>${date}T00:00:00Z</updated>`,
    `    <author><name>${escapeXml(author)}</name></author>`,
    ...tags.map(({ kind, text }) => `    <category term="${kind}" label="${escapeXml(text)}"/>`),
    `    <summary>${escapeXml(summary)}</summary>`,
    "  </entry>",
  ].join("\n");
}
