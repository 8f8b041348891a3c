import type { Choice } from "../../../../src/routes/choice.ts";
import type { Figure, Structure } from "../../../../src/routes/structure.ts";
import { button, element, paragraph } from "../../shared/element.ts";
import type { Say } from "../load.ts";
import type { Picks } from "./picks.ts";
import type { Answer } from "./question.ts";

interface Rule {
  readonly at: string;
  readonly text: string;
}

/** Beside the units: what the choice comes to, whether it is valid, and what would make it so. */
export class Verdict {
  readonly #structure: Structure;
  readonly #rules: readonly Rule[];
  readonly #picks: Picks;
  readonly #say: Say;
  readonly #status = document.getElementById("plan-status");
  readonly #state = element("div", {});
  readonly #more = element("div", {});
  readonly #figures = element("dl", {});
  #timer = 0;

  constructor(structure: Structure, rules: readonly Rule[], picks: Picks, say: Say) {
    this.#structure = structure;
    this.#rules = rules;
    this.#picks = picks;
    this.#say = say;
    const panel = document.querySelector<HTMLElement>(".verdict");
    if (panel !== null) panel.hidden = false;
    const clear = button(say("plan.clear"), () => picks.clear());
    document.getElementById("plan-answer")?.replaceChildren(this.#figures, this.#state, this.#more, clear);
  }

  /** What is known without judging: the sums. What was said of another choice stands no longer. */
  begin(chosen: readonly string[]): void {
    window.clearTimeout(this.#timer);
    this.#state.replaceChildren(paragraph(this.#say("plan.looking"), { class: "judgement" }));
    const rows = [
      [this.#say("plan.units"), String(chosen.length)],
      [this.#say("plan.credit"), this.#sum("credit", chosen)],
      [this.#say("plan.guided"), this.#sum("guidedLearningHours", chosen)],
      [this.#say("plan.total"), this.#sum("totalUnitTime", chosen)],
    ] as const;
    this.#figures.replaceChildren(
      ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
    );
  }

  show(answer: Answer): void {
    const say = this.#say;
    if (answer.kind === "judged") this.#judged(answer.choice);
    else if (answer.kind === "valid") this.#put(say("plan.valid"), [], "judgement valid");
    else this.#put(say(answer.kind === "open" ? "plan.working" : "plan.too-long"));
  }

  #judged({ missing, conflict }: Choice): void {
    const say = this.#say;
    if (missing !== null) {
      this.#put(say(`plan.missing-${this.#measure()}`, { count: missing.length }), [
        this.#list(missing),
        button(say("plan.add"), () => this.#add(missing)),
      ]);
      return;
    }
    const units = conflict?.units ?? [];
    const texts = this.#textsOf(conflict?.rules.map(({ at }) => at) ?? []);
    this.#put(say("plan.conflict"), [
      ...(units.length === 0 ? [] : [paragraph(say("plan.conflict-units")), this.#list(units)]),
      ...(texts.length === 0
        ? []
        : [paragraph(say("plan.rules")), element("ul", {}, ...texts.map((text) => element("li", {}, text)))]),
    ]);
  }

  /** The button goes with what it has added, and must not take the place on the page away from whoever pressed it. */
  #add(units: readonly string[]): void {
    this.#picks.add(units);
    document.querySelector<HTMLElement>(".verdict h2")?.focus();
  }

  #put(state: string, more: readonly Node[] = [], look = "judgement"): void {
    this.#state.replaceChildren(paragraph(state, { class: look }));
    this.#more.replaceChildren(...more);
    // Whoever ticks one unit after another hears of the last only.
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.#status !== null)
        this.#status.textContent = [this.#figuresInWords(), state, this.#moreInWords()].join(" ");
    }, 500);
  }

  #figuresInWords(): string {
    const cells = [...this.#figures.children].map(({ textContent }) => textContent);
    return cells.flatMap((cell, at) => (at % 2 === 0 ? [`${cell}: ${cells[at + 1] ?? ""}.`] : [])).join(" ");
  }

  #moreInWords(): string {
    const lines = [...this.#more.querySelectorAll("p, li")].map(({ textContent }) => textContent);
    return lines.map((line) => (/[.:]$/u.test(line) ? line : `${line}.`)).join(" ");
  }

  #sum(figure: Figure, chosen: readonly string[]): string {
    const amounts = this.#structure.units.filter(({ id }) => chosen.includes(id)).map((unit) => unit[figure]);
    if (amounts.includes(null)) return this.#say("plan.unknown-figure");
    return String(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));
  }

  /** As `judgeChoice` measures what is cheapest. */
  #measure(): "time" | "credit" | "count" {
    const isStated = (figure: Figure) => this.#structure.units.every((unit) => unit[figure] !== null);
    if (isStated("totalUnitTime")) return "time";
    return isStated("credit") ? "credit" : "count";
  }

  #list(units: readonly string[]): HTMLElement {
    return element("ul", {}, ...units.map((unit) => element("li", {}, this.#picks.titleOf(unit))));
  }

  #textsOf(places: readonly string[]): readonly string[] {
    return this.#rules
      .filter(({ at }) => places.some((place) => place === at || place.startsWith(`${at}/`)))
      .map(({ text }) => text);
  }
}
