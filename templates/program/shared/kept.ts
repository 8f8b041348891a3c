import { fitOf } from "../../../src/record/fit.ts";
import { isLater } from "../../../src/record/merge.ts";
import { emptyRecord } from "../../../src/record/record-of.ts";
import { isBlank } from "../../../src/record/same-learner.ts";
import type { KeptRecord } from "./device.ts";
import { ask } from "./dialog.ts";
import { reportOf } from "./fit-report.ts";
import { openOther } from "./more.ts";
import type { Part } from "./part.ts";
import { describe, whoIs } from "./people.ts";
import type { Session } from "./session.ts";

/** On opening: what this device keeps of this paper, and where that is not clear, whose. */
export async function openKept(session: Session, part: Part): Promise<void> {
  const { paper, device } = session;
  const all = [...device.list()].sort((a, b) => (isLater(a.record, b.record) ? -1 : 1));
  const current = all.filter(({ record }) => record.specification.hash === paper.map.specification.hash);
  const [only] = current;
  session.open(emptyRecord(paper.map));
  if (only !== undefined && current.length === 1) session.open(only.record, only.slot);
  else if (current.length > 1) await askWhose(session, part, current);
  else if (all.length > 0) await offerOlder(session, part, all);
  else followFirst(session);
}

/** The same paper opened in two windows is one paper: what is begun in the other is shown here while nothing was written here. */
function followFirst(session: Session): void {
  const { paper, device } = session;
  const follow = () => {
    const begun = device.list().find(({ record }) => record.specification.hash === paper.map.specification.hash);
    if (begun === undefined) return;
    window.removeEventListener("storage", follow);
    if (begun.slot !== session.slot() && isBlank(session.record())) session.open(begun.record, begun.slot);
  };
  window.addEventListener("storage", follow);
}

async function askWhose(session: Session, part: Part, kept: readonly KeptRecord[]): Promise<void> {
  const { say } = session;
  const chosen = await ask<KeptRecord>(say, {
    title: say("whose.title"),
    content: [say("whose.text")],
    actions: kept.map((one) => ({ label: describe(say, part, one.record), value: one })),
    close: say("whose.nobody"),
  });
  if (chosen !== null) session.open(chosen.record, chosen.slot);
}

async function offerOlder(session: Session, part: Part, kept: readonly KeptRecord[]): Promise<void> {
  const { say, paper } = session;
  const [only] = kept;
  if (only === undefined) return;
  const report = kept.length > 1 ? [] : reportOf(session, part, fitOf(paper.map, only.record));
  const chosen = await ask<KeptRecord>(say, {
    title: say("older.title"),
    content: [say("older.text", { who: kept.length > 1 ? "" : whoIs(say, only.record) }), ...report],
    actions: kept.map((one) => ({
      label: kept.length > 1 ? describe(say, part, one.record) : say("older.bring"),
      value: one,
      look: "main" as const,
    })),
    close: say("older.not"),
  });
  if (chosen !== null) openOther(session, chosen);
}
