import type { PaperMap } from "../record/paper-map.ts";
import type { Structure } from "../routes/structure.ts";
import type { Brand } from "./brand.ts";
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
  /** What is asked for, so that what people fill in can be read back. */
  readonly paper: PaperMap;
  /** Where a form can run programs, the paper is one; null for a paper that is not. */
  readonly program: Program | null;
  readonly content: readonly PageNode[];
  /** Left out where the house has none. */
  readonly brand?: Brand;
}

export interface Program {
  readonly id: ProgramId;
  /** Every phrase that it shows, by its key; values stand as `{name}`. */
  readonly phrases: Readonly<Record<string, string>>;
  /** The rules of combination, where it judges whether units make up a whole; else null. */
  readonly structure: Structure | null;
  /** Those rules in words, each with its place as `RouteRule` has it: the beginning of it is enough. */
  readonly rules: readonly { readonly at: string; readonly text: string }[];
}

/** What runs in the page: `templates/program` has one for each. */
export type ProgramId = "workbook" | "checklist" | "sampling-plan";

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

/** What stands at the foot of every page, a line each. */
export function footerLines({ footer, brand }: Page): readonly string[] {
  return brand === undefined || brand.footer === null ? [footer] : [footer, brand.footer];
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
