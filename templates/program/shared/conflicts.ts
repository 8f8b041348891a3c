import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { type Choice, type Conflict, laterDecision } from "../../../src/record/merge.ts";
import { assessmentWords } from "./assessment-words.ts";
import { pageLanguage } from "./clock.ts";
import { ask } from "./dialog.ts";
import { element } from "./element.ts";
import { plainText } from "./plain.ts";
import type { Session } from "./session.ts";

/**
 * Asks, criterion by criterion, which of two answers counts: of that on the page, and of that in the file.
 *
 * @returns by `<what> <criterion>`; null where it is called off
 */
export async function askConflicts(
  { say, paper }: Session,
  conflicts: readonly Conflict[],
  records: readonly [LearnerRecord, LearnerRecord],
): Promise<ReadonlyMap<string, Choice> | null> {
  const words = ({ what }: Conflict, one: Conflict["current"]) =>
    what === "answer" ? (one.answer ?? "") : assessmentWords(paper.map, one.assessment);
  const sets = conflicts.map((conflict, position) => {
    const { what, current, incoming } = conflict;
    const later = what === "answer" ? null : laterDecision(conflict, records, pageLanguage());
    const options: readonly (readonly [Choice, string])[] = [
      ["current", words(conflict, current)],
      ["incoming", words(conflict, incoming)],
      ...(what === "answer" ? [["both", ""] as const] : []),
    ];
    const chosen = what === "answer" ? "both" : (later ?? "current");
    return element(
      "fieldset",
      { "data-conflict": `${what} ${conflict.id}` },
      element("legend", {}, `${current.number} ${plainText(current.text)}`),
      ...options.map(([choice, text]) => {
        const id = `conflict-${position}-${choice}`;
        const input = element("input", { type: "radio", name: `conflict-${position}`, id, value: choice });
        input.checked = choice === chosen;
        const label = element("label", { for: id }, say(`conflict.${choice}`));
        if (choice === later) label.append(` ${say("conflict.later")}`);
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
