import { island, loadScript } from "./load.ts";

/** On every page: the search shows itself, and is loaded when somebody turns to it. */
const { root } = island();
const box = document.querySelector<HTMLElement>(".search");
const field = document.querySelector<HTMLInputElement>("#search-field");
if (box !== null && field !== null) {
  box.hidden = false;
  field.addEventListener("focus", () => loadScript(`${root}assets/search.js`), { once: true });
}
if (document.getElementById("plan") !== null) loadScript(`${root}assets/plan.js`);
