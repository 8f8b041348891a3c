import { criteriaOf } from "../../../src/record/paper-map.ts";
import { element, inOwnLanguage } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";

/** Under each answer its words are counted; what is counted is read out only when a person has stopped typing. */
export function startAnswers(session: Session): void {
  const { fields, paper, say } = session;
  const counts = new Map<HTMLElement, HTMLElement>();
  const spoken = element("p", { class: "hidden", role: "status" });
  document.body.append(spoken);
  const count = (box: HTMLTextAreaElement): string => {
    const words = wordsIn(box.value);
    const said = words === 0 ? "" : say("count", { count: words });
    const known = counts.get(box);
    if (known === undefined && words === 0) return said;
    const line = known ?? lineFor(box);
    if (line.textContent !== said) line.textContent = said;
    counts.set(box, line);
    return said;
  };
  const boxes = criteriaOf(paper.map).flatMap(({ field }) => {
    const [box] = fields.find(`${field}.a`);
    return box instanceof HTMLTextAreaElement ? [box] : [];
  });
  const known = new Set<EventTarget>(boxes);

  let frame = 0;
  let timer = 0;
  document.addEventListener("input", ({ target }) => {
    if (target === null || !known.has(target)) return;
    const box = target as HTMLTextAreaElement;
    window.cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    frame = window.requestAnimationFrame(() => count(box));
    timer = window.setTimeout(() => {
      spoken.textContent = count(box);
    }, 2000);
  });
  // What is put onto the page without typing.
  let opened = "";
  session.watch(() => {
    const now = session.slot();
    const [active] = [document.activeElement];
    if (now === opened && active instanceof HTMLTextAreaElement && known.has(active)) return;
    opened = now;
    for (const box of boxes) count(box);
  });
}

export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}

function lineFor(box: HTMLTextAreaElement): HTMLElement {
  const line = inOwnLanguage(element("p", { class: "program count", id: `${box.id}-count` }), box);
  box.setAttribute("aria-describedby", line.id);
  box.closest(".field")?.append(line);
  return line;
}
