import { signOffsOf } from "../../../src/record/sign-off.ts";
import { pageLanguage } from "../shared/clock.ts";
import { ask } from "../shared/dialog.ts";
import { element } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import type { OwnPanel } from "./own-panel.ts";
import type { Row } from "./rows.ts";
import type { Show } from "./state.ts";

/** Every criterion that is not met yet, by unit, as links that lead to it. */
export async function askOpen(session: Session, rows: readonly Row[]): Promise<void> {
  const { say, paper } = session;
  const record = session.record();
  const rowOf = new Map(rows.map((row) => [row.asked.field, row]));
  const units = signOffsOf(paper.map, record, pageLanguage()).filter(({ open }) => open.length > 0);
  const links: HTMLAnchorElement[] = [];
  const folds = units.map(({ title, open }) => {
    const items = open.flatMap(({ field }) => {
      const row = rowOf.get(field);
      if (row === undefined) return [];
      const link = element("a", { href: `#${row.id}` }, `${row.asked.number} ${row.text}`);
      links.push(link);
      return [element("li", {}, link)];
    });
    const fold = element(
      "details",
      {},
      element("summary", {}, say("open.unit", { unit: title, count: open.length })),
      element("ul", {}, ...items),
    );
    fold.open = units.length === 1;
    return fold;
  });
  const target = await ask<string>(say, {
    title: say("open.title"),
    content: folds.length === 0 ? [say("open.none")] : folds,
    close: say("close"),
    onOpen: (end) => {
      for (const link of links) {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          end(link.hash.slice(1));
        });
      }
    },
  });
  const row = rows.find(({ id }) => id === target);
  if (row === undefined) return;
  row.row.scrollIntoView();
  row
    .find("r")
    .find((control) => !control.disabled)
    ?.focus({ preventScroll: true });
}

/** Shows only what is still to decide. What is decided meanwhile stays until a person has moved on. */
export function filterOpen({ say }: Session, rows: readonly Row[], own: OwnPanel): Show {
  const box = element("input", { type: "checkbox", id: "only-open" });
  own.element.append(element("div", { class: "tick" }, box, element("label", { for: "only-open" }, say("open.only"))));
  let latest: Parameters<Show>[0] | null = null;
  const apply: Show = (state) => {
    latest = state;
    const open = new Set([...state.signOffs.values()].flatMap((one) => one.open.map(({ field }) => field)));
    for (const { asked, row, work } of rows) {
      const isHere = row.contains(document.activeElement) || work.contains(document.activeElement);
      const isLeftOut = box.checked && !open.has(asked.field) && !state.notices.has(asked.field);
      if (isHere && isLeftOut) continue;
      // On paper all of them stand.
      row.classList.toggle("left-out", isLeftOut);
      work.classList.toggle("left-out", isLeftOut);
    }
  };
  box.addEventListener("change", () => {
    if (latest !== null) apply(latest);
  });
  return apply;
}
