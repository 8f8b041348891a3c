import { emptyRecord } from "../../../src/record/record-of.ts";
import { clearHere } from "./clear.ts";
import type { KeptRecord } from "./device.ts";
import { ask } from "./dialog.ts";
import { button, element, paragraph } from "./element.ts";
import { handOver } from "./hand-over.ts";
import { importHere } from "./import.ts";
import { mayLeave } from "./leave.ts";
import type { Part } from "./part.ts";
import { describe, whoIs } from "./people.ts";
import type { Session } from "./session.ts";

interface Action {
  readonly label: string;
  readonly note: string;
  readonly act: () => void;
}

/** Everything that can be done, each with a word of explanation, and what this device keeps. */
export async function openMore(session: Session, part: Part): Promise<void> {
  const { say } = session;
  const actions: readonly Action[] = [
    { label: say("export"), note: say("export.note"), act: () => handOver(session, part) },
    { label: say("import"), note: say("import.note"), act: () => importHere(session, part) },
    { label: say("print"), note: say("print.note"), act: () => window.print() },
    ...(part.moreActions ?? []),
    { label: say("another"), note: say("another.note"), act: () => startAnother(session, part) },
    { label: say("clear"), note: say("clear.note"), act: () => clearHere(session, part) },
  ];
  const others = session.device.list().filter(({ slot }) => slot !== session.slot());
  const chosen = await ask<() => void>(say, {
    title: say("more.title"),
    content: [
      paragraph(say("more.who", { who: whoIs(say, session.record()) })),
      paragraph(say("more.kept"), { class: "kept" }),
      paragraph(say("more.shared"), { class: "kept" }),
    ],
    close: say("close"),
    onOpen: (end) => {
      const box = document.querySelector("dialog:last-of-type .said");
      box?.prepend(
        element(
          "ul",
          { class: "choices" },
          ...actions.map(({ label, note, act }) =>
            element(
              "li",
              {},
              button(label, () => end(act)),
              element("span", {}, note),
            ),
          ),
        ),
      );
      if (others.length === 0) return;
      const keptOnes = others.map((kept) =>
        element(
          "li",
          {},
          button(say("open"), () => end(() => openOther(session, kept)), {
            "aria-label": say("open.whose", { who: whoIs(say, kept.record) }),
          }),
          element("span", {}, describe(say, part, kept.record)),
        ),
      );
      box?.append(element("h3", {}, say("more.others")), element("ul", { class: "choices" }, ...keptOnes));
    },
  });
  chosen?.();
}

/** A record of this version goes on where it is; one of an older version is brought in as a copy. */
export function openOther(session: Session, { slot, record }: KeptRecord): void {
  const isOfThis = record.specification.hash === session.paper.map.specification.hash;
  if (isOfThis) session.open(record, slot);
  else session.open(record);
}

async function startAnother(session: Session, part: Part): Promise<void> {
  if (await mayLeave(session, part)) session.open(emptyRecord(session.paper.map));
}
