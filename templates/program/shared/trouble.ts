import { momentOf, readMoment } from "./clock.ts";
import { ask } from "./dialog.ts";
import { exportRecord } from "./exchange.ts";
import type { Session } from "./session.ts";

/** Two windows hold the same record, each with changes of its own: a person chooses, and what is not chosen can be exported. */
export async function settleTrouble(session: Session): Promise<void> {
  const { say } = session;
  const there = session.elsewhere();
  const at = readMoment(there?.saved ?? null);
  const choice = await ask<"here" | "there" | "export">(say, {
    title: say(there === null ? "settle.cleared" : "settle.title"),
    content: [
      there === null ? say("settle.cleared-text") : say("settle.text", { time: at === null ? "" : momentOf(at) }),
      ...(there === null ? [] : [say("settle.export-text")]),
    ],
    actions: [
      { label: say("settle.here"), value: "here", look: "main" },
      { label: say(there === null ? "settle.clear-too" : "settle.there"), value: "there" },
      { label: say("export"), value: "export" },
    ],
    close: say("later"),
  });
  if (choice === "export") {
    exportRecord({ ...session.record(), saved: new Date().toISOString() });
    return await settleTrouble(session);
  }
  if (choice !== null) session.settle(choice);
}
