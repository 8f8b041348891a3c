import { contentMark } from "../model/content-hash.ts";
import { plainInline } from "../render/markdown.ts";
import { escapeXml } from "../text/escape-xml.ts";
import { addresses } from "./address.ts";
import { latestChanges } from "./changes.ts";
import type { Site } from "./site.ts";

const mostEntries = 100;

/**
 * What has changed, for programs that tell people of it (Atom, RFC 4287). Only what has a date: there is no other clock.
 * null where nothing has, or where the site has no address.
 */
export function feed(site: Site): string | null {
  const { url } = site;
  const changes = latestChanges(site).filter(({ date }) => date !== "");
  const [latest] = changes;
  if (url === null || latest === undefined) return null;
  const address = url + addresses.feed();
  const entries = changes.slice(0, mostEntries).map(({ qualification, version, date, summary, anchor }) => {
    const page = url + addresses.qualification(qualification.id);
    const link = anchor === null ? page : `${page}#${anchor}`;
    const { title, source } = qualification;
    const author = source.awardingOrganisation?.name ?? site.name;
    return [
      "  <entry>",
      `    <id>${escapeXml(anchor === null ? `${page}#${contentMark([version, date, summary])}` : link)}</id>`,
      `    <title>${escapeXml(version === "" ? title : `${title}: ${site.words("site.version", { version })}`)}</title>`,
      `    <link href="${escapeXml(link)}"/>`,
      `    <updated>${date}T00:00:00Z</updated>`,
      `    <author><name>${escapeXml(author)}</name></author>`,
      `    <summary>${escapeXml(plainInline(summary))}</summary>`,
      "  </entry>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">`,
    `  <id>${escapeXml(address)}</id>`,
    `  <title>${escapeXml(`${site.words("site.section.changes")} · ${site.name}`)}</title>`,
    `  <link rel="self" href="${escapeXml(address)}"/>`,
    `  <link href="${escapeXml(url + addresses.changes(1))}"/>`,
    `  <updated>${latest.date}T00:00:00Z</updated>`,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}

export function hasFeed({ url, qualifications }: Site): boolean {
  return (
    url !== null && qualifications.some(({ source }) => source.changes?.some(({ date }) => date !== undefined) === true)
  );
}
