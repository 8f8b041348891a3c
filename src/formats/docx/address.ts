/** Word calls a document damaged when it cannot read an address in it, or when one is longer than this. */
const longest = 2000;

/** An address that Word accepts as the target of a link; null where there is none, and the words have to do. */
export function linkAddress(href: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(href) || !URL.canParse(href)) return null;
  const address = new URL(href).href
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character))
    .replace(/%(?![0-9A-Fa-f]{2})/gu, "%25");
  return address.length > longest ? null : address;
}
