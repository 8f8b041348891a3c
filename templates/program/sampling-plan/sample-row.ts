import { type SamplePart, sampleField } from "../../../src/record/sampling.ts";
import { element } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";

const choices: Partial<Readonly<Record<SamplePart, readonly string[]>>> = {
  stage: ["interim", "summative"],
  outcome: ["agrees", "action-needed"],
};
const long: readonly SamplePart[] = ["feedback", "action"];
const asked = ["stage", "planned", "done", "outcome", "feedback", "action", "due", "closed"] as const;

/** Below a unit that is chosen: when it is looked at, what was found, and what follows from it. */
export function sampleRow({ say }: Session, slot: string, unit: string, columns: number): HTMLTableRowElement {
  const fields = asked.map((part) => fieldOf(part));
  const cell = element(
    "td",
    { role: "cell", colspan: String(columns) },
    element("div", { class: "fields" }, ...fields),
  );
  return element("tr", { class: "sample", role: "row" }, cell);

  function fieldOf(part: SamplePart): HTMLElement {
    const name = sampleField(slot, unit, part);
    const id = `f-${name.replace(/[^A-Za-z0-9-]/gu, "_")}`;
    const options = choices[part];
    const label = say(`sample.${part}`);
    if (options !== undefined) {
      const radios = options.map((option) => {
        const own = `${id}-${option}`;
        const input = element("input", { type: "radio", id: own, name, value: option, "data-field": name });
        return element("span", { class: "option" }, input, element("label", { for: own }, say(`sample.${option}`)));
      });
      return element("fieldset", { class: "field choice" }, element("legend", {}, label), ...radios);
    }
    const named = { id, name, "data-field": name, autocomplete: "off" };
    const input = long.includes(part)
      ? element("textarea", { ...named, rows: "2" })
      : element("input", { type: "text", ...named });
    return element(
      "div",
      { class: long.includes(part) ? "field long" : "field" },
      element("label", { for: id }, label),
      input,
    );
  }
}
