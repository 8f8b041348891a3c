import { momentOf, timeOf } from "./clock.ts";
import type { Session } from "./session.ts";

/** What is true about saving, in one sentence. */
export function statusOf(session: Session): string {
  const { say } = session;
  const state = session.state();
  if (state.kind === "nothing") return say("status.nothing");
  const exported = session.exportedAt();
  if (state.kind === "saved") {
    const saved = say("saved", { time: momentOf(state.at) });
    return exported === null ? saved : say("status.saved-exported", { saved, time: timeOf(exported) });
  }
  if (exported !== null && (state.why === "full" || state.why === "blocked")) {
    return say("status.exported", { time: timeOf(exported) });
  }
  return say(`status.${state.why}`);
}

/** Whether a person has to do something for nothing to be lost. */
export function isTrouble(session: Session): boolean {
  const state = session.state();
  if (state.kind !== "failed") return false;
  return state.why === "elsewhere" || state.why === "cleared" || session.exportedAt() === null;
}
