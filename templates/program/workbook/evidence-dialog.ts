import type { MappedCriterion } from "../../../src/record/paper-map.ts";
import { referencesIn } from "../../../src/record/references.ts";
import { ask } from "../shared/dialog.ts";
import { button, element, paragraph } from "../shared/element.ts";
import type { Control } from "../shared/page-fields.ts";
import type { Session } from "../shared/session.ts";
import type { EvidenceLog, LogItem } from "./log.ts";

/** What was typed and neither logged nor deleted, by the slot of whose it is. */
export type Drafts = Map<string, LogItem>;

/**
 * Ticks what is in the log for one criterion, and adds to the log in place. What is ticked counts at once. Escape logs
 * nothing: what was typed is there again when the dialog is next opened.
 *
 * @returns what a person has to be told afterwards; null where there is nothing
 */
export async function askEvidence(
  { say, slot }: Session,
  log: EvidenceLog,
  { number }: MappedCriterion,
  field: Control,
  drafts: Drafts,
): Promise<string | null> {
  const linked = () =>
    referencesIn(
      field.value,
      log.items().map(({ reference }) => reference),
    );
  const link = (reference: string, isLinked: boolean) => {
    const others = linked().filter((one) => one !== reference);
    field.value = [...others, ...(isLinked ? [reference] : [])].join(", ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const list = element("div", { class: "ticks" });
  const show = () => {
    const items = log.items().filter(({ reference }) => reference !== "");
    const now = linked();
    list.replaceChildren(
      ...(items.length === 0 ? [paragraph(say("evidence.none"))] : [paragraph(say("evidence.choose"))]),
      ...items.map((item, position) => {
        const id = `tick-${position}`;
        const input = element("input", { type: "checkbox", id });
        input.checked = now.includes(item.reference);
        input.addEventListener("change", () => link(item.reference, input.checked));
        return element("div", { class: "field tick" }, input, element("label", { for: id }, wordsOf(item)));
      }),
    );
  };
  show();

  const inputs = {
    reference: element("input", { type: "text", id: "new-reference", autocomplete: "off" }),
    description: element("input", { type: "text", id: "new-description", autocomplete: "off" }),
    date: element("input", { type: "text", id: "new-date", autocomplete: "off" }),
  };
  const note = element("p", { role: "status" });
  const begin = (draft: LogItem | undefined) => {
    inputs.reference.value = draft?.reference ?? nextReference(log.items().map(({ reference }) => reference));
    inputs.description.value = draft?.description ?? "";
    inputs.date.value = draft?.date ?? "";
    if (draft !== undefined) note.textContent = say("evidence.new-draft");
  };
  begin(drafts.get(slot()));
  drafts.delete(slot());
  const typed = (): LogItem => ({
    reference: inputs.reference.value.trim(),
    description: inputs.description.value.trim(),
    date: inputs.date.value.trim(),
  });
  const add = (how: "with words" | "as it is" = "as it is"): boolean => {
    const item = typed();
    const { reference } = item;
    const isKnown = log.items().some((one) => one.reference === reference);
    if (reference === "" || isKnown) {
      note.textContent = say(reference === "" ? "evidence.new-needs" : "evidence.new-known", { reference });
      return false;
    }
    if (how === "with words" && item.description === "") {
      note.textContent = say("evidence.new-empty");
      return false;
    }
    log.add(item);
    link(reference, true);
    note.textContent = say("evidence.new-added", { reference });
    show();
    begin(undefined);
    return true;
  };
  const isStarted = () => inputs.description.value.trim() !== "" || inputs.date.value.trim() !== "";
  const fields = (["reference", "description", "date"] as const).map((part) =>
    element(
      "div",
      { class: "field" },
      element("label", { for: `new-${part}` }, say(`evidence.new-${part}`)),
      inputs[part],
    ),
  );
  const plus = button(
    say("evidence.new-add"),
    () => {
      add("with words");
      inputs.description.focus();
    },
    { class: "main" },
  );
  const answer = await ask<"done">(say, {
    title: say("evidence.title", { number }),
    content: [list, element("fieldset", {}, element("legend", {}, say("evidence.new")), ...fields, plus, note)],
    close: say("evidence.done"),
    closeValue: "done",
  });
  if (!isStarted()) return null;
  if (answer === null) {
    drafts.set(slot(), typed());
    return null;
  }
  // Somebody who has filled it in and said "Done" meant it.
  if (add()) return null;
  // With a reference that cannot be taken: its words are worth more than that.
  const taken = typed().reference;
  const reference = nextReference(log.items().map((item) => item.reference));
  inputs.reference.value = reference;
  add();
  return say(taken === "" ? "evidence.logged-as" : "evidence.logged-since", { reference, taken });
}

function wordsOf({ reference, description, date }: LogItem): string {
  return [reference, description, date].filter((part) => part !== "").join(" · ");
}

/** As the last one that ends in a number goes on; E1 where there is none. */
function nextReference(references: readonly string[]): string {
  const numbered = references.flatMap((reference) => {
    const found = /^(.*?)(\d{1,6})$/u.exec(reference);
    return found === null ? [] : [{ before: found[1] ?? "", number: Number(found[2]) }];
  });
  const before = numbered.at(-1)?.before ?? "E";
  const highest = Math.max(0, ...numbered.filter((one) => one.before === before).map(({ number }) => number));
  return `${before}${highest + 1}`;
}
