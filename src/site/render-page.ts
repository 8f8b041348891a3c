import { type RenderSite, siteRenderer } from "../render/site-renderer.ts";
import { type Terms, wordsFor } from "../words/words.ts";
import { defineTask } from "../workers/define-task.ts";

/** A page of the site as data. */
export interface PageOrder {
  readonly template: string;
  readonly view: object;
  readonly terms: Terms;
}

/** Fills the template of a page, in a thread that knows nothing of the site. */
export const renderPage = defineTask<PageOrder, Uint8Array>({
  id: "render-page",
  perform: ({ template, view, terms }) => new TextEncoder().encode(rendererFor(terms)(template, view)),
});

let last: { readonly key: string; readonly render: RenderSite } | null = null;

function rendererFor(terms: Terms): RenderSite {
  const key = JSON.stringify(terms);
  if (last?.key !== key) last = { key, render: siteRenderer(wordsFor(terms)) };
  return last.render;
}
