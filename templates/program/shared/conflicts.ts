import type { Choice, Conflict } from "../../../src/record/merge.ts";
import { ask } from "./dialog.ts";
import { element } from "./element.ts";
import { plainText } from "./plain.ts";
import type { Session } from "./session.ts";

/** Asks, criterion by criterion, which of two answers counts. @returns by `<what> <criterion>`; null where it is called off. */
export async function askConflicts(
  { say }: Session,
  conflicts: readonly Conflict[],
): Promise<ReadonlyMap<string, Choice> | null> {
  const sets = conflicts.map((conflict, position) => {
    const { what, current, incoming } = conflict;
    const words = (one: Conflict["current"]) =>
      what === "answer"
        ? (one.answer ?? "")
        : Object.values({ ...one.assessment, hash: null })
            .filter((part) => part !== null)
            .join(" · ");
    const options: readonly (readonly [Choice, string])[] = [
      ["current", words(current)],
      ["incoming", words(incoming)],
      ...(what === "answer" ? [["both", ""] as const] : []),
    ];
    return element(
      "fieldset",
      { "data-conflict": `${what} ${conflict.id}` },
      element("legend", {}, `${current.number} ${plainText(current.text)}`),
      ...options.map(([choice, text]) => {
        const id = `conflict-${position}-${choice}`;
        const input = element("input", { type: "radio", name: `conflict-${position}`, id, value: choice });
        input.checked = choice === (what === "answer" ? "both" : "incoming");
        const label = element("label", { for: id }, say(`conflict.${choice}`));
        if (text !== "") label.append(element("span", { class: "quoted" }, text));
        return element("div", { class: "option" }, input, label);
      }),
    );
  });
  const answer = await ask<true>(say, {
    title: say("conflict.title", { count: conflicts.length }),
    content: [say("conflict.text"), ...sets],
    actions: [{ label: say("conflict.take"), value: true, look: "main" }],
  });
  if (answer === null) return null;
  return new Map(
    sets.map((set) => [
      set.dataset["conflict"] ?? "",
      (set.querySelector<HTMLInputElement>("input:checked")?.value ?? "current") as Choice,
    ]),
  );
}
