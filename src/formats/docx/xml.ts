/** Markup that is ready to be written: every text in it is escaped. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its content; an attribute without a value is left out. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Xml[]): Xml {
  let start = `<${name}`;
  for (const key in attributes) {
    const given = attributes[key];
    if (given !== undefined) start += ` ${key}="${typeof given === "number" ? given : escapeXml(given)}"`;
  }
  const inner = content.length === 1 ? (content[0] ?? "") : content.join("");
  return inner === "" ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** WordprocessingML says most things with one attribute. */
export function value(name: string, val: string | number): Xml {
  return element(name, { "w:val": val });
}

/** A part of the package. */
export function part(root: Xml): Xml {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** What is forbidden in XML, even escaped, and half characters are left out. */
export function escapeXml(text: string): Xml {
  return text.replace(special, (character) => entities[character] ?? "");
}

const special = /[&<>"]|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The beginning of a text that has to be short: whole characters, and a sign that there was more. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let start = "";
  for (const character of text) {
    if (start.length + character.length > most - 1) break;
    start += character;
  }
  return `${start.trimEnd()}…`;
}

export const wordNamespaces = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
  "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
  "mc:Ignorable": "w14",
};
