/** An element as XML has it, with its prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = string | XmlElement;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const token = /<\?xml[^>]*\?>\n|<\/([\w:.-]+)>|<([\w:.-]+)((?: [\w:.-]+="[^"<]*")*)(\/?)>|([^<]+)/uy;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Reads XML as strictly as Word does, as far as our own documents use it. @throws Error where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  const found = forbidden.exec(text);
  if (found !== null) throw new Error(`forbidden character at ${found.index}`);
  const top: XmlNode[] = [];
  const open: Open[] = [];
  const siblings = () => open.at(-1)?.children ?? top;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`not XML at ${at}: ${text.slice(at, at + 80)}`);
    const [, end, start, written = "", isEmpty, words] = match;
    if (start !== undefined) {
      const element = { name: start, attributes: attributesOf(written), children: [] };
      siblings().push(element);
      if (isEmpty !== "/") open.push(element);
    } else if (end !== undefined) {
      const closed = open.pop();
      if (closed?.name !== end) throw new Error(`</${end}> at ${at} closes <${closed?.name}>`);
    } else if (words !== undefined) {
      if (words.includes("]]>")) throw new Error(`]]> at ${at}`);
      siblings().push(decode(words));
    }
  }
  const [root, ...more] = top;
  if (open.length > 0 || more.length > 0 || root === undefined || typeof root === "string")
    throw new Error("no one root");
  checkPrefixes(root, new Set(["xml"]));
  return root;
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of written.matchAll(/([\w:.-]+)="([^"]*)"/gu)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&([^;\s]*;?)/gu, (_, name: string) => {
    const character = name.endsWith(";") ? entities[name.slice(0, -1)] : undefined;
    if (character === undefined) throw new Error(`&${name} is no entity`);
    return character;
  });
}

function checkPrefixes({ name, attributes, children }: XmlElement, outer: ReadonlySet<string>): void {
  const own = Object.keys(attributes).flatMap((key) => (key.startsWith("xmlns:") ? [key.slice(6)] : []));
  const known = new Set([...outer, ...own, "xmlns"]);
  for (const used of [name, ...Object.keys(attributes)]) {
    const [prefix = "", local] = used.split(":");
    if (local !== undefined && !known.has(prefix)) throw new Error(`the prefix of ${used} is not declared`);
  }
  for (const child of children) if (typeof child !== "string") checkPrefixes(child, known);
}

/** Every element below and including this one, in the order of the text. */
export function allElements(root: XmlElement, name?: string): readonly XmlElement[] {
  const below = root.children.flatMap((child) => (typeof child === "string" ? [] : allElements(child, name)));
  return name === undefined || root.name === name ? [root, ...below] : below;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

export function valOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes["w:val"];
}
