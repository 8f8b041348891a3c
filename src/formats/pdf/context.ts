import type { Page, PageElement } from "../../page/page.ts";
import { classesOf } from "../classes.ts";
import type { Letters } from "./letters.ts";
import type { Language } from "./sheet.ts";

/** What a part of the page stands in. */
export interface Context {
  readonly page: Page;
  readonly letters: Letters;
  /** The names in the file of elements that a link can lead to. */
  readonly places: ReadonlyMap<string, string>;
  /** BCP 47, of the words here. */
  readonly language: string;
  /** How paragraphs look that have no look of their own. */
  readonly look: string;
  readonly isInTable: boolean;
  /** In a table whose rows stand close, since there are many of them. */
  readonly isInGrid: boolean;
  /** On paper nobody can follow a link: where sources are listed, their addresses are printed too. */
  readonly showsAddresses: boolean;
  /** A paper of few sheets, with a small cover. */
  readonly isBrief: boolean;
  /** In a unit's own part, where its figures take little room. */
  readonly isInUnit: boolean;
  /** How many characters a line has room for: a longer word is broken. */
  readonly room: number;
}

/** The context of what stands in an element. */
export function enter(element: PageElement, context: Context): Context {
  const classes = classesOf(element);
  return {
    ...context,
    language: element.attributes["lang"] ?? context.language,
    look: classes.find((name) => looks.has(name)) ?? context.look,
    showsAddresses: context.showsAddresses || classes.includes("resources"),
    isBrief: context.isBrief || classes.includes("brief"),
    isInUnit: context.isInUnit || classes.includes("unit"),
  };
}

/** The classes that say how words look. */
const looks: ReadonlySet<string> = new Set([
  "organisation",
  "part",
  "document",
  "notice",
  "task",
  "content",
  "guidance",
  "hints",
  "exception",
  "criterion-text",
]);

/** "en-GB" as "en" and "GB"; a script, as in "zh-Hant-TW", has no place in Typst. */
export function languageOf(written: string): Language {
  const [lang = "", ...rest] = written.split("-");
  const region = rest.find((part) => /^[A-Za-z]{2}$/u.test(part));
  return {
    lang: /^[A-Za-z]{2,3}$/u.test(lang) ? lang.toLowerCase() : "en",
    region: region === undefined ? null : region.toUpperCase(),
  };
}
