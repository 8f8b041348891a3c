/** What keeps a page of the preview up to date: it is told of changes, fetches itself, and puts the new parts in place. */

/** The parts of a page that change. */
const parts = ["outcome", "notices", "subjects", "findings", "message"];
const frame = document.querySelector("iframe");
const stopped = document.getElementById("stopped");
let source: EventSource | null = null;
let isBusy = false;
let isLate = false;

listen();
document.addEventListener("visibilitychange", listen);
document.addEventListener("click", showInPaper);
frame?.addEventListener("load", heedLinks);
heedLinks();

/** Only pages that somebody sees hold a line: a browser has few of them for one address. */
function listen(): void {
  if (document.hidden) {
    source?.close();
    source = null;
    return;
  }
  if (source !== null) return;
  source = new EventSource("/events");
  source.addEventListener("message", ({ data }) => {
    stopped?.setAttribute("hidden", "");
    if (data !== document.body.dataset["round"]) void refresh();
  });
  source.addEventListener("error", () => stopped?.removeAttribute("hidden"));
}

/** One after another: what comes in between is fetched at the end. */
async function refresh(): Promise<void> {
  isLate = isBusy;
  if (isBusy) return;
  isBusy = true;
  try {
    const answer = await fetch(location.pathname);
    put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The line tells when there is somebody to ask again.
  } finally {
    isBusy = false;
  }
  if (isLate) await refresh();
}

function put(fresh: Document): void {
  // What was a page may have become a message, and the other way round.
  if (fresh.body.className !== document.body.className || parts.some((id) => has(fresh, id) !== has(document, id))) {
    location.reload();
    return;
  }
  document.title = fresh.title;
  document.body.dataset["round"] = fresh.body.dataset["round"] ?? "";
  const focused = document.activeElement?.getAttribute("href") ?? null;
  for (const named of ["header", "main > h1"])
    document.querySelector(named)?.replaceChildren(...(fresh.querySelector(named)?.childNodes ?? []));
  if (frame !== null) frame.title = fresh.querySelector("iframe")?.title ?? frame.title;
  for (const id of parts) document.getElementById(id)?.replaceChildren(...(fresh.getElementById(id)?.childNodes ?? []));
  if (focused !== null && document.activeElement === document.body) {
    [...document.links].find((link) => link.getAttribute("href") === focused)?.focus({ preventScroll: true });
  }
  const version = fresh.querySelector("iframe")?.dataset["version"];
  if (frame !== null && version !== undefined && version !== frame.dataset["version"]) reloadPaper(frame, version);
}

function has(page: Document, id: string): boolean {
  return page.getElementById(id) !== null;
}

/** The paper as it is now, at the place where its reader was. */
function reloadPaper(paper: HTMLIFrameElement, version: string): void {
  paper.dataset["version"] = version;
  const before = paper.contentWindow;
  const [left, top] = [before?.scrollX ?? 0, before?.scrollY ?? 0];
  paper.addEventListener("load", () => paper.contentWindow?.scrollTo({ left, top, behavior: "instant" }), {
    once: true,
  });
  before?.location.reload();
}

/** A link from a finding to its place, without loading the paper again. */
function showInPaper(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-anchor]") : null;
  const found = frame?.contentDocument?.getElementById(link?.dataset["anchor"] ?? "");
  if (link === null || frame === null || found === null || found === undefined) return;
  event.preventDefault();
  const place = found.closest("tr, .criterion, .outcome, .unit, section") ?? found;
  frame.scrollIntoView({ block: "nearest" });
  place.scrollIntoView({ block: "start" });
  place.animate([{ backgroundColor: "#ffe08a" }, { backgroundColor: "transparent" }], 2000);
  found.focus({ preventScroll: true });
}

/** Links that lead out of a paper open beside it: nothing foreign is shown in its place. */
function heedLinks(): void {
  frame?.contentDocument?.addEventListener("click", (event) => {
    const target = event.target as Element | null;
    const link = target?.closest?.<HTMLAnchorElement>("a[href]") ?? null;
    if (link === null || !/^(?:https?|mailto):/u.test(link.getAttribute("href") ?? "")) return;
    event.preventDefault();
    window.open(link.href, "_blank", "noopener,noreferrer");
  });
}
