import type { Palette } from "../../page/brand.ts";

/**
 * What the Typst template is given: a paper as plain data, in the order in which it is read. Nothing in it is ever read
 * as Typst's own language.
 */
export interface Sheet {
  readonly title: string;
  readonly language: Language;
  readonly isRightToLeft: boolean;
  readonly isLandscape: boolean;
  readonly palette: Palette;
  readonly logo: Picture | null;
  /** At the foot of every sheet. */
  readonly footer: readonly string[];
  /** Room for them, in lines. */
  readonly footerLines: number;
  /** How sheets are numbered, with `{page}` and `{pages}`. */
  readonly numbering: string;
  readonly content: readonly Block[];
}

export interface Picture {
  readonly format: "png" | "jpg" | "svg";
  /** One number for each byte: the data is JSON. */
  readonly bytes: readonly number[];
  readonly alt: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** BCP 47 as Typst takes it: the language, and the country where there is one. */
export interface Language {
  readonly lang: string;
  readonly region: string | null;
}

export type Inline =
  | string
  | { readonly k: "strong" | "em" | "ins" | "del" | "number"; readonly b: readonly Inline[] }
  | { readonly k: "tinted"; readonly colour: string; readonly b: readonly Inline[] }
  | { readonly k: "code"; readonly text: string }
  | { readonly k: "br" }
  | { readonly k: "link"; readonly to: string; readonly b: readonly Inline[] }
  | { readonly k: "jump"; readonly place: string; readonly b: readonly Inline[] }
  | { readonly k: "in"; readonly language: Language; readonly b: readonly Inline[] };

export type Block =
  | { readonly k: "sheet" | "rule" }
  | { readonly k: "place"; readonly place: string }
  | {
      readonly k: "heading";
      readonly level: number;
      readonly look: string;
      readonly place: string | null;
      readonly b: readonly Inline[];
    }
  | { readonly k: "text"; readonly look: string; readonly b: readonly Inline[] }
  | { readonly k: "list"; readonly look: string; readonly start: number | null; readonly items: readonly Blocks[] }
  | { readonly k: "terms"; readonly items: readonly Term[] }
  | { readonly k: "code"; readonly text: string }
  | { readonly k: "box"; readonly look: string; readonly isWhole: boolean; readonly b: Blocks }
  | { readonly k: "in"; readonly language: Language; readonly b: Blocks }
  | { readonly k: "contents"; readonly places: readonly string[] }
  | FieldBlock
  | TableBlock;

export type Blocks = readonly Block[];

export interface Term {
  readonly term: readonly Inline[];
  readonly meaning: Blocks;
}

export interface FieldBlock {
  readonly k: "field";
  readonly kind: string;
  /** null in a cell whose column says it. */
  readonly label: string | null;
  readonly lines: number;
  readonly options: readonly string[];
  /** In a cell, the room for a pen in millimetres; null outside of tables. */
  readonly height: number | null;
}

export interface TableBlock {
  readonly k: "table";
  readonly look: string;
  readonly caption: readonly Inline[] | null;
  /** Shares of the columns. */
  readonly widths: readonly number[];
  /** Of the width of the page. */
  readonly share: number;
  readonly isWhole: boolean;
  readonly head: readonly Cell[] | null;
  readonly rows: readonly Row[];
}

export interface Row {
  /** Never parted by the end of a sheet. */
  readonly isWhole: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** What the row is about. */
  readonly isRowHead: boolean;
  readonly isStrong: boolean;
  readonly isTinted: boolean;
  readonly b: Blocks;
}
