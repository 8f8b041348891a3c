import { startBar } from "./bar.ts";
import { openKept } from "./kept.ts";
import { startMarks } from "./marks.ts";
import { readPaper } from "./paper.ts";
import type { MakePart } from "./part.ts";
import { startPrint } from "./print.ts";
import { startSession } from "./session.ts";

/** Everything that all programs do: saving, exporting, importing, printing, and asking where something is not clear. */
export function startProgram(makePart: MakePart): void {
  const session = startSession(readPaper());
  const part = makePart(session);
  document.documentElement.classList.add("programmed");
  for (const saving of document.querySelectorAll(".saving")) saving.textContent = session.say("about-saving");
  startPrint(session);
  startMarks(session, part);
  startBar(session, part);
  openKept(session, part);
}
