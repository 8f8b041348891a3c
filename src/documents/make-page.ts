import type { Brand } from "../page/brand.ts";
import type { Page } from "../page/page.ts";
import type { OwnTemplates } from "../render/own-templates.ts";
import { renderTemplate } from "../render/render.ts";
import { directionOf } from "../text/direction.ts";
import type { Words } from "../words/words.ts";
import { cover } from "./cover.ts";
import type { Document, Subject } from "./define-document.ts";
import { paperMap } from "./paper-map.ts";
import { programOf } from "./program-of.ts";

/** What a house makes its papers with, where it has anything of its own. */
export interface Look {
  readonly brand: Brand | null;
  readonly templates: OwnTemplates | null;
}

/** A page whose template is not filled yet: data alone. */
export interface PageDraft extends Omit<Page, "content"> {
  readonly template: string;
  readonly view: object;
}

/** One paper about one subject, before any format. @throws TemplateError about a template of the house */
export function makePage(document: Document, subject: Subject, words: Words, look: Look = plain): Page {
  return fillPage(draftPage(document, subject, words, look), words, look.templates);
}

/** @throws TemplateError about a template of the house */
export function fillPage({ template, view, ...page }: PageDraft, words: Words, templates: OwnTemplates | null): Page {
  return { ...page, content: renderTemplate(template, view, words, templates) };
}

export function draftPage(document: Document, subject: Subject, words: Words, look: Look): PageDraft {
  const { brand, templates } = look;
  const { title, part, document: name, language, footer, notices } = cover(document.id, subject, words);
  return {
    title: `${name}: ${part ?? title}`,
    language,
    direction: directionOf(language),
    footer,
    notices,
    orientation: document.orientation,
    phrases: {
      write: words("page.write"),
      date: words("page.date"),
      sheet: words("page.sheet", { page: "{page}", pages: "{pages}" }),
    },
    paper: paperMap(document.id, subject, words),
    program: document.program === undefined ? null : programOf(document.program, document.id, subject, words),
    template: templateOf(document, templates),
    view: document.view(subject, words),
    ...(brand === null ? {} : { brand }),
  };
}

const plain: Look = { brand: null, templates: null };

/** A house can have a template for one paper of a sort, or for all. */
function templateOf({ id, template = id }: Document, templates: OwnTemplates | null): string {
  return templates?.compiled.has(id) ? id : template;
}
