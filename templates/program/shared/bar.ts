import { button, element } from "./element.ts";
import { handOver } from "./hand-over.ts";
import { importHere } from "./import.ts";
import { openMore } from "./more.ts";
import type { Part } from "./part.ts";
import type { Session } from "./session.ts";
import { isTrouble, statusOf } from "./status.ts";
import { settleTrouble } from "./trouble.ts";

/** The bar at the top of the page: what is saved, how far the work is, and what can be done. */
export function startBar(session: Session, part: Part): void {
  const { say } = session;
  const status = element("p", { class: "status", role: "status" });
  const progress = part.showMissing === undefined ? element("p", {}) : button("", part.showMissing);
  progress.classList.add("progress");
  const help = button(say("settle"), () => settleTrouble(session), { class: "main", hidden: "" });
  const wide = { class: "wide" };
  const bar = element(
    "section",
    { class: "program bar", "aria-label": say("bar") },
    status,
    help,
    progress,
    button(say("export"), () => handOver(session, part), wide),
    button(say("import"), () => importHere(session, part), wide),
    button(say("print"), () => window.print(), wide),
    button(say("more"), () => openMore(session, part), { "aria-haspopup": "dialog" }),
  );
  document.body.prepend(bar);
  keepClear(bar);

  session.watch((record) => {
    // A status that is written again is read out again.
    const said = statusOf(session);
    if (status.textContent !== said) status.textContent = said;
    bar.classList.toggle("trouble", isTrouble(session));
    const state = session.state();
    help.hidden = !(state.kind === "failed" && (state.why === "elsewhere" || state.why === "cleared"));
    progress.textContent = part.progress(record);
  });
}

/** What is jumped to, or written in, never stands behind the bar. */
function keepClear(bar: HTMLElement): void {
  const measure = () => {
    const isSticky = getComputedStyle(bar).position === "sticky";
    document.documentElement.style.scrollPaddingTop = isSticky ? `${bar.offsetHeight + 8}px` : "";
  };
  new ResizeObserver(measure).observe(bar);
  window.addEventListener("resize", measure);
}
