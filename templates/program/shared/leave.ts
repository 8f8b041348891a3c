import { ask } from "./dialog.ts";
import { handOver } from "./hand-over.ts";
import type { Part } from "./part.ts";
import type { Session } from "./session.ts";

/** Whether the page may show something else: what is kept nowhere is exported first, or given up knowingly. */
export async function mayLeave(session: Session, part: Pick<Part, "doubts">): Promise<boolean> {
  const { say } = session;
  if (session.isKept()) return true;
  const choice = await ask<"export" | "leave">(say, {
    title: say("leave.title"),
    content: [say("leave.text")],
    actions: [
      { label: say("export"), value: "export", look: "main" },
      { label: say("leave.anyway"), value: "leave", look: "danger" },
    ],
  });
  return choice === "export" ? await handOver(session, part) : choice !== null;
}
