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

/** Inline CommonMark as elements of the page vocabulary. */
export function renderInline(text: string): string {
  return markdown.renderInline(text.trim());
}

/** Block CommonMark as elements of the page vocabulary. */
export function renderBlock(text: string): string {
  return markdown.render(text.trim());
}

/** The words of inline CommonMark, without what shapes them. */
export function plainInline(text: string): string {
  return markdown
    .parseInline(text.trim(), {})
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
