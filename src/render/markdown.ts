import MarkdownIt from "markdown-it";

// No raw HTML, no headings: an author's text can shape its own words, never the page around them.
const markdown = new MarkdownIt("commonmark", { html: false, xhtmlOut: true }).disable([
  "heading",
  "lheading",
  "html_block",
  "html_inline",
  "hr",
  "reference",
]);

// No pictures either: the words for those who cannot see one stand in its place, and lead to it.
markdown.renderer.rules["image"] = (tokens, at, options, env, renderer) => {
  const image = tokens[at];
  const address = String(image?.attrGet("src") ?? "");
  const words = renderer.renderInlineAsText(image?.children ?? [], options, env).trim();
  const { escapeHtml } = markdown.utils;
  return `<a href="${escapeHtml(address)}">${escapeHtml(words === "" ? address : words)}</a>`;
};

const allowed = /^(?:https?:|mailto:)/iu;
markdown.validateLink = (link) => allowed.test(link.trim());

// The vocabulary of pages has no titles of links: what hovers is read by nobody on paper.
markdown.core.ruler.push("untitled_links", ({ tokens }) => {
  for (const { children } of tokens)
    for (const token of children ?? []) token.attrs = token.attrs?.filter(([name]) => name !== "title") ?? null;
});

/** What no mark, link, entity or end of line can be in: most texts, which are as they are written. */
const plain = /^[^\\`*_[\]<>&"!\r\n\0]*$/u;

/** Inline CommonMark as elements of the page vocabulary. */
export function renderInline(text: string): string {
  const trimmed = text.trim();
  return plain.test(trimmed) ? trimmed : markdown.renderInline(trimmed);
}

/** Block CommonMark as elements of the page vocabulary. */
export function renderBlock(text: string): string {
  return markdown.render(text.trim());
}

/** The words of inline CommonMark, without what shapes them. */
export function plainInline(text: string): string {
  const trimmed = text.trim();
  if (plain.test(trimmed)) return trimmed;
  return markdown
    .parseInline(trimmed, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content))
    .join("");
}

/** The words of block CommonMark on one line. */
export function plainBlock(text: string): string {
  return markdown
    .parse(text.trim(), {})
    .flatMap((token) =>
      token.type === "inline" ? [plainInline(token.content)] : token.type === "fence" ? [token.content] : [],
    )
    .join(" ");
}
