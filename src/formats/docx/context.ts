import type { Page, PageElement } from "../../page/page.ts";
import { classesOf } from "../classes.ts";
import type { Ledger } from "./ledger.ts";
import type { ParagraphStyle } from "./styles.ts";

/** What a part of the page is written in. */
export interface Context {
  readonly page: Page;
  readonly ledger: Ledger;
  /** Of the words here: a unit can be in another language than the paper. */
  readonly language: string;
  /** Of paragraphs that have none of their own. */
  readonly style: ParagraphStyle;
  readonly isInTable: boolean;
  /** How many lists stand around this. */
  readonly depth: number;
  /** On paper nobody can follow a link: where sources are listed, their addresses are printed too. */
  readonly showsAddresses: boolean;
}

/** The context of what stands in an element. */
export function enter(element: PageElement, context: Context): Context {
  const { lang, class: written } = element.attributes;
  if (lang === undefined && written === undefined) return context;
  const classes = classesOf(element);
  const style = classes.flatMap((name) => (Object.hasOwn(styleOfClass, name) ? (styleOfClass[name] ?? []) : []))[0];
  return {
    ...context,
    language: lang ?? context.language,
    style: style === undefined ? context.style : context.isInTable ? inTable(style) : style,
    showsAddresses: context.showsAddresses || classes.includes("resources"),
  };
}

const styleOfClass: Readonly<Record<string, ParagraphStyle>> = {
  banner: "Banner",
  part: "Banner",
  document: "BannerName",
  notice: "Notice",
  task: "Task",
  content: "Note",
  guidance: "Guidance",
  hints: "Note",
  exception: "Note",
};

function inTable(style: ParagraphStyle): ParagraphStyle {
  return style === "Note" || style === "Guidance" ? "TableNote" : "TableText";
}
