import { copiesOf } from "../../../src/record/copies.ts";
import { listOf } from "./arrival.ts";
import type { KeptRecord } from "./device.ts";
import { ask } from "./dialog.ts";
import { element, paragraph } from "./element.ts";
import { handOver } from "./hand-over.ts";
import type { Part } from "./part.ts";
import { describe, whoIs } from "./people.ts";
import type { Session } from "./session.ts";

/** Removes what this device keeps of a learner's paper, in whatever version; before, it says what that is. */
export async function clearHere(session: Session, part: Part): Promise<void> {
  const { say, device } = session;
  const now = session.record();
  const { own, unclear, others } = copiesOf(
    now,
    device.list().filter(({ slot }) => slot !== session.slot()),
  );
  // A plan is about nobody: others are kept on purpose.
  const isPersonal = session.fields.find(`${session.paper.map.person}.name`).length > 0;
  const ticks = unclear.map((kept, position) => {
    const { input, line } = tickFor(describe(say, part, kept.record), position);
    input.checked = isPersonal && isNameless(kept);
    return { kept, input, line };
  });
  const exported = session.exportedAt();
  const choice = await ask<"export" | "clear">(say, {
    title: say("clear.title", { who: whoIs(say, now) }),
    content: [
      say("clear.text"),
      ...(own.length === 0
        ? []
        : [
            paragraph(say("clear.own", { count: own.length })),
            listOf(own.map(({ record }) => describe(say, part, record))),
          ]),
      ...(ticks.length === 0
        ? []
        : [
            element(
              "fieldset",
              {},
              element("legend", {}, say("clear.unclear", { count: ticks.length })),
              ...ticks.map(({ line }) => line),
            ),
          ]),
      ...(others.length === 0 ? [] : [say("clear.others", { count: others.length })]),
      ...(exported === null ? [] : [say("clear.exported")]),
    ],
    actions: [
      { label: say("clear.export"), value: "export", look: "main" },
      { label: say("clear.do"), value: "clear", look: "danger" },
    ],
  });
  if (choice === null) return;
  if (choice === "export") {
    await handOver(session, part);
    return await clearHere(session, part);
  }
  const meant = ticks.filter(({ input }) => input.checked).map(({ kept }) => kept);
  for (const { slot } of [...own, ...meant]) device.forget(slot);
  session.clear();
}

/** What bears no name is most likely of whoever sits here, and would be left for the next person to read. */
function isNameless({ record: { learner } }: KeptRecord): boolean {
  return learner.name === null && learner.number === null;
}

function tickFor(label: string, position: number) {
  const id = `copy-${position}`;
  const input = element("input", { type: "checkbox", id });
  return { input, line: element("div", { class: "field tick" }, input, element("label", { for: id }, label)) };
}
