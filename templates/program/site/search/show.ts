import { isWholeLetter } from "../../../../src/site/search/words.ts";
import { button, element } from "../../shared/element.ts";
import type { Say } from "../load.ts";
import type { Found, Hit, Index } from "./index.ts";
import { marked, matchingTexts } from "./marks.ts";
import { moveAmongLinks } from "./move.ts";

/** Results that are shown at first, and at each wish for more. */
const step = 10;
const folders = { q: "qualifications", u: "units", f: "frameworks" } as const;

/** Below the field: how many results there are, and the best of them, at each key that is typed. */
export function showResults(index: Index, say: Say, root: string): void {
  const field = document.querySelector<HTMLInputElement>("#search-field");
  const panel = document.querySelector<HTMLElement>("#search-results");
  const status = document.querySelector<HTMLElement>("#search-status");
  if (field === null || panel === null || status === null) return;
  let shown = step;
  let last: { readonly query: string; readonly found: Found } | null = null;
  let timer = 0;

  const answer = (query: string): Found => {
    if (last?.query === query) return last.found;
    const found = index.find(query);
    // What was found before everything was there is no answer yet.
    last = index.isComplete ? { query, found } : null;
    return found;
  };
  const announce = (text: string) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (status.textContent !== text) status.textContent = text;
    }, 400);
  };
  const show = () => {
    const query = field.value.trim();
    panel.hidden = query.length < 2 && !isWholeLetter(query);
    if (panel.hidden) {
      announce("");
      return;
    }
    const found = answer(query);
    const said = describe(found, query, index, say);
    const focused = panel.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
    panel.replaceChildren(
      element("p", { class: "count" }, said),
      element("ol", {}, ...found.hits.slice(0, shown).map((hit) => itemFor(hit, index, root))),
      ...(found.hits.length > shown ? [button(say("more"), more)] : []),
    );
    // What comes in later must not take the place in the list away from a reader.
    if (focused) [...panel.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus();
    if (index.isComplete || index.isBroken) announce(said);
  };
  const more = () => {
    const from = shown;
    shown += step;
    show();
    panel.querySelectorAll<HTMLElement>("ol > li > a")[from]?.focus();
  };
  field.addEventListener("input", () => {
    shown = step;
    show();
  });
  field.addEventListener("focus", show);
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !field.closest(".search")?.contains(target)) panel.hidden = true;
  });
  // What has the focus is never behind the results.
  field.closest(".search")?.addEventListener("focusout", (event) => {
    const { relatedTarget: next, currentTarget: box } = event as FocusEvent;
    if (next instanceof Node && box instanceof Node && !box.contains(next)) panel.hidden = true;
  });
  moveAmongLinks(field, panel);
  index.onChange(show);
  if (document.activeElement === field) show();
}

function describe({ hits, isOfAll }: Found, query: string, index: Index, say: Say): string {
  if (index.isBroken) return say("broken");
  if (!index.isComplete && hits.length === 0) return say("loading");
  if (hits.length === 0) return say("none", { query });
  return say(isOfAll ? "found" : "similar", { count: hits.length, query });
}

function itemFor(hit: Hit, index: Index, root: string): HTMLElement {
  const { id, kind, name, facts, terms } = hit;
  const page = `${root}${folders[kind]}/${id}.html`;
  const texts = matchingTexts(index.texts(hit) ?? [], hit);
  return element(
    "li",
    {},
    element("a", { href: page }, ...marked(name, terms)),
    element("p", { class: "meta" }, facts),
    ...(texts.length === 0
      ? []
      : [
          element(
            "ul",
            {},
            ...texts.map(([anchor, number, text]) =>
              element("li", {}, element("a", { href: `${page}#${anchor}` }, `${number} `, ...marked(text, terms))),
            ),
          ),
        ]),
  );
}
