import { SourceFile } from "../diagnostics/source-file.ts";
import { draftPage, fillPage, type PageDraft } from "../documents/make-page.ts";
import { formats } from "../formats/index.ts";
import type { OwnTemplates } from "../render/own-templates.ts";
import { type Terms, termsOf, type Words, wordsFor } from "../words/words.ts";
import { defineTask } from "../workers/define-task.ts";
import type { Paper } from "./plan-papers.ts";

/** A paper as data: what it says, and with what it is made. */
export interface PaperOrder {
  readonly draft: PageDraft;
  readonly format: string;
  readonly terms: Terms;
  /** The files of the templates of the house, by their names; null where it has none. */
  readonly templates: readonly (readonly [name: string, path: string, text: string])[] | null;
}

export interface EncodedPaper {
  readonly bytes: Uint8Array;
  /** Signs that the form has no letters for. */
  readonly missing: readonly string[];
}

export function orderOf({ document, subject, words, look, format }: Paper): PaperOrder {
  const files = look.templates === null ? null : [...look.templates.files];
  return {
    draft: draftPage(document, subject, words, look),
    format: format.id,
    terms: termsOf(words),
    templates: files?.map(([name, { path, text }]) => [name, path, text] as const) ?? null,
  };
}

/** Fills the template of a paper and gives it its form, in a thread that knows nothing of specifications. */
export const encodePaper = defineTask<PaperOrder, EncodedPaper>({
  id: "encode-paper",
  perform: async ({ draft, format: id, terms, templates }) => {
    const format = formats.find((one) => one.id === id);
    if (format === undefined) throw new Error(`No format ${id}`);
    const { words, own } = await settingOf(terms, templates);
    const missing = new Set<string>();
    const bytes = await format.encode(fillPage(draft, words, own), (sign) => missing.add(sign));
    return { bytes, missing: [...missing] };
  },
});

interface Setting {
  readonly words: Words;
  readonly own: OwnTemplates | null;
}

let last: { readonly key: string; readonly setting: Promise<Setting> } | null = null;

/** Most papers in a row are made with the same. */
function settingOf(terms: Terms, templates: PaperOrder["templates"]): Promise<Setting> {
  const key = JSON.stringify([terms, templates]);
  if (last?.key !== key) last = { key, setting: open(terms, templates) };
  return last.setting;
}

async function open(terms: Terms, templates: PaperOrder["templates"]): Promise<Setting> {
  const words = wordsFor(terms);
  if (templates === null) return { words, own: null };
  const { compileTemplates } = await import("../render/own-templates.ts");
  const files = templates.map(([name, path, text]) => [name, new SourceFile(path, text)] as const);
  return { words, own: compileTemplates(new Map(files)) };
}
