import { ask } from "./dialog.ts";
import { element, paragraph } from "./element.ts";
import { exportRecord } from "./exchange.ts";
import type { Part } from "./part.ts";
import type { Session } from "./session.ts";

type Doubting = Pick<Part, "doubts">;

/** Hands what is on the page to the person as a file. @returns whether it was, and not called off */
export async function handOver(session: Session, part: Doubting): Promise<boolean> {
  session.saveNow();
  if (!(await isReady(session, part))) return false;
  exportRecord({ ...session.record(), saved: new Date().toISOString() });
  session.noteExport();
  return true;
}

/** A file without a name is nobody's, and one that does not add up will be asked about: better now than by who gets it. */
async function isReady(session: Session, part: Doubting): Promise<boolean> {
  const { say, fields, paper } = session;
  const record = session.record();
  const parts = ["name", "number"].flatMap((what) => fields.find(`${paper.map.person}.${what}`)[0] ?? []);
  const isNobodys = parts.length > 0 && record.learner.name === null && record.learner.number === null;
  const doubts = part.doubts?.(record) ?? [];
  if (!isNobodys && doubts.length === 0) return true;

  const inputs = isNobodys
    ? parts.map((field) => ({
        field,
        input: element("input", { type: "text", id: `own-${field.id}`, autocomplete: "off" }),
      }))
    : [];
  const rows = inputs.map(({ field, input }) => {
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent ?? "";
    return element("div", { class: "field" }, element("label", { for: input.id }, label), input);
  });
  const answer = await ask<true>(say, {
    title: say(isNobodys ? "export.nobody" : "export.doubts"),
    content: [...(isNobodys ? [paragraph(say("export.nobody-text")), ...rows] : []), ...doubts],
    actions: [{ label: say("export.do"), value: true, look: "main" }],
  });
  if (answer === null) return false;
  for (const { field, input } of inputs) if (input.value.trim() !== "") field.value = input.value.trim();
  session.saveNow();
  return true;
}
