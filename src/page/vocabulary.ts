/**
 * The small closed language that pages are written in: HTML's own elements, and `field` for what a person fills in.
 * Every format translates exactly these, so that a paper written once can be read in all of them.
 */
const common = ["id", "class", "lang"];

const attributesOf = {
  header: [],
  section: [],
  nav: ["aria-label"],
  aside: ["aria-label"],
  div: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  p: [],
  blockquote: [],
  ul: [],
  ol: ["start"],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ["scope", "data-width"],
  td: ["data-label"],
  strong: [],
  em: [],
  code: [],
  ins: [],
  del: [],
  pre: [],
  span: [],
  a: ["href"],
  br: [],
  hr: [],
  field: ["name", "kind", "label", "lines", "options", "hide-label"],
} as const satisfies Record<string, readonly string[]>;

export type ElementName = keyof typeof attributesOf;

/** What a field asks for: a line, several lines, a day, a tick, or one of some words. */
export const fieldKinds = ["line", "lines", "date", "tick", "choice"] as const;

export type FieldKind = (typeof fieldKinds)[number];

export function isElementName(name: string): name is ElementName {
  return Object.hasOwn(attributesOf, name);
}

export function allowsAttribute(element: ElementName, attribute: string): boolean {
  return common.includes(attribute) || (attributesOf[element] as readonly string[]).includes(attribute);
}

/** Elements that stand among words; the others stand on their own. */
export const inlineElements: ReadonlySet<ElementName> = new Set([
  "strong",
  "em",
  "code",
  "ins",
  "del",
  "span",
  "a",
  "br",
]);
