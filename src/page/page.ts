import type { ElementName, FieldKind } from "./vocabulary.ts";

/** A node of a page: text, or an element of the vocabulary. */
export type PageNode = string | PageElement;

export interface PageElement {
  readonly name: ElementName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
}

/** One paper, ready for any format. */
export interface Page {
  /** Of the whole file: what a window or a reader shows. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Printed at the foot of every page: what this is, and which version of it. */
  readonly footer: string;
  /** Printed on every page as well: drafts, illustrative and unregulated content. */
  readonly notices: readonly string[];
  readonly orientation: "portrait" | "landscape";
  /** For forms that have no words of their own. */
  readonly phrases: Phrases;
  readonly content: readonly PageNode[];
}

export interface Phrases {
  /** What stands in an empty field, and in an empty field for a day. */
  readonly write: string;
  readonly date: string;
  /** How sheets are numbered, with `{page}` and `{pages}`. */
  readonly sheet: string;
}

/** What a person fills in. */
export interface Field {
  /** Stable: the same criterion keeps it from version to version. Unique on its page. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** Room to leave, in lines of text. */
  readonly lines: number;
  readonly options: readonly string[];
  /** The heading of its table column says it already; a screen reader still needs it. */
  readonly hidesLabel: boolean;
}

export function readField({ attributes }: PageElement): Field {
  return {
    name: attributes["name"] ?? "",
    kind: (attributes["kind"] ?? "line") as FieldKind,
    label: attributes["label"] ?? "",
    lines: Number(attributes["lines"] ?? 1),
    options: readOptions(attributes["options"]),
    hidesLabel: attributes["hide-label"] === "yes",
  };
}

/** The words to choose from as an attribute of a field: each may hold any character. */
export function writeOptions(options: readonly string[]): string {
  return JSON.stringify(options);
}

function readOptions(written: string | undefined): readonly string[] {
  return written === undefined ? [] : (JSON.parse(written) as readonly string[]);
}

export function isElement(node: PageNode, name?: ElementName): node is PageElement {
  return typeof node !== "string" && (name === undefined || node.name === name);
}

/** The words of a node, without its elements. */
export function textOf(node: PageNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}
