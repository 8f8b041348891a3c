import MarkdownIt from "markdown-it";

// No raw HTML, no headings, no images: an author's text can shape its own words, never the page around them.
const markdown = new MarkdownIt("commonmark", { html: false, xhtmlOut: true }).disable([
  "heading",
  "lheading",
  "image",
  "html_block",
  "html_inline",
  "hr",
]);

const allowed = /^(?:https?:|mailto:)/iu;
markdown.validateLink = (link) => allowed.test(link.trim());

/** Inline CommonMark as elements of the page vocabulary. */
export function renderInline(text: string): string {
  return markdown.renderInline(text.trim());
}

/** Block CommonMark as elements of the page vocabulary. */
export function renderBlock(text: string): string {
  return markdown.render(text.trim());
}
