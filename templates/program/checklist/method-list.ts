import { element } from "../shared/element.ts";
import type { Row } from "./rows.ts";

const id = "method-codes";

/** Offers the codes of the paper's own list while a method is written; anything else can be written too. */
export function methodList(rows: readonly Row[]): void {
  const codes = [...document.querySelectorAll(".codes tbody tr")].map((row) => ({
    code: row.querySelector("th")?.textContent?.trim() ?? "",
    name: row.querySelector("td")?.textContent?.trim() ?? "",
  }));
  if (codes.length === 0) return;
  const list = element("datalist", { id });
  document.querySelector("main")?.append(list);
  for (const { find } of rows) for (const control of find("m")) offerMethods(control);
  const offer = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || target.getAttribute("list") !== id) return;
    // A second code comes behind the first: a list offers whole values only.
    const [before = ""] = /^.*[,;]\s*/u.exec(target.value) ?? [];
    list.replaceChildren(...codes.map(({ code, name }) => element("option", { value: `${before}${code}` }, name)));
  };
  document.addEventListener("focusin", offer);
  document.addEventListener("input", offer);
}

export function offerMethods(control: Element): void {
  control.setAttribute("list", id);
}
