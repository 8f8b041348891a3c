import { dayAndTimeOf, readMoment } from "./clock.ts";
import { element } from "./element.ts";
import { whoIs } from "./people.ts";
import type { Session } from "./session.ts";

/** On paper everything that was written stands in full, and at the top by whom and when. */
export function startPrint(session: Session): void {
  const made: Element[] = [];
  const undo = () => {
    for (const one of made.splice(0)) one.remove();
    for (const one of document.querySelectorAll(".printed")) one.classList.remove("printed");
  };
  window.addEventListener("beforeprint", () => {
    undo();
    made.push(...writeOut(), ...writeWho(session));
  });
  window.addEventListener("afterprint", undo);
}

/** A box for typing is cut at the end of a sheet, and where its words are wider than it: words are not. */
function writeOut(): readonly Element[] {
  const boxes = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea[data-field], input[type="text"][data-field]',
  );
  return [...boxes].flatMap((box) => {
    if (box.value.trim() === "") return [];
    const words = element("div", { class: "written", "aria-hidden": "true" }, box.value);
    box.classList.add("printed");
    box.after(words);
    return [words];
  });
}

function writeWho(session: Session): readonly Element[] {
  const record = session.record();
  const at = readMoment(record.saved);
  if (at === null) return [];
  const who = whoIs(session.say, record);
  const line = element("p", { class: "filled-in" }, session.say("print.who", { who, time: dayAndTimeOf(at) }));
  document.querySelector(".cover, main")?.append(line);
  return [line];
}
