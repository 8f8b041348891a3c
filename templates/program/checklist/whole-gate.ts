import { wholeDecision, wholeReopened } from "../../../src/record/reopened.ts";
import { type Choice, judgeChoice, routeWithin } from "../../../src/routes/choice.ts";
import type { Structure } from "../../../src/routes/structure.ts";
import { element, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import { fieldsUnder, lock } from "./gate.ts";
import type { Show } from "./state.ts";

/** The decision on the whole waits until the units achieved are a valid combination, and says what is missing. */
export function wholeGate(session: Session): Show {
  const { say, paper } = session;
  const { structure } = paper;
  const decision = session.fields.find(wholeDecision);
  const choice = decision[0]?.closest("fieldset");
  if (structure === null || !choice) return () => undefined;
  const achieved = decision.filter(({ value }) => value === paper.map.choices.achieved);
  const signatures = fieldsUnder("qualification.").filter((one) => !decision.includes(one));
  const why = "why-whole";
  const reason = element("div", { class: "program", id: "gate-whole" });
  const trail = element("p", { class: "trail" });
  choice.after(element("div", { class: "gate" }, reason, trail));
  choice.setAttribute("aria-describedby", why);

  const judge = rememberLast((units) => judgeSafely(structure, units));
  let shown = "";
  return ({ signOffs, record }) => {
    const units = [...signOffs.values()].filter(({ state }) => state === "signed").map(({ id }) => id);
    const lost = [...signOffs.values()].filter(({ state }) => state === "unsupported");
    const verdict = judge(units);
    const isOpen = verdict === null || verdict.choice.isValid || verdict.within !== null;
    const isChosen = record.fields[wholeDecision] === paper.map.choices.achieved;
    // A decision that has been made stands until a person takes it back.
    lock(achieved, !isOpen && !isChosen, why);
    lock(signatures, !isOpen, why);
    const history = record.fields[wholeReopened];
    trail.textContent = history === undefined ? "" : `${say("whole.trail")}\n${history}`;
    const now = JSON.stringify([verdict, lost.map(({ id }) => id), isChosen]);
    if (now === shown) return;
    shown = now;
    reason.closest(".gate")?.classList.toggle("lost", isChosen && !isOpen);
    const said = [
      ...(isChosen && !isOpen ? [element("p", {}, element("strong", {}, say("whole.unsupported")))] : []),
      ...verdictWords(session, verdict),
      ...lostWords(
        session,
        lost.map(({ id }) => id),
      ),
    ];
    // What a field is described by is one sentence, without the lists.
    if (said[0] !== undefined) said[0].id = why;
    reason.replaceChildren(...said);
  };
}

interface Verdict {
  readonly choice: Choice;
  /** Where all of them together are not valid: those of them that are. */
  readonly within: readonly string[] | null;
}

/** @returns null where the rules are too large to be judged here. */
function judgeSafely(structure: Structure, units: readonly string[]): Verdict | null {
  try {
    const choice = judgeChoice(structure, units);
    return { choice, within: choice.isValid ? null : routeWithin(structure, units) };
  } catch {
    return null;
  }
}

function verdictWords(session: Session, verdict: Verdict | null): readonly HTMLElement[] {
  const { say } = session;
  if (verdict === null) return [paragraph(say("whole.unknown"))];
  const { choice, within } = verdict;
  if (choice.isValid) return [paragraph(say("whole.valid"))];
  if (within !== null) return [paragraph(say("whole.within")), unitList(session, within)];
  if (choice.missing !== null) {
    return [paragraph(say("whole.missing", { count: choice.missing.length })), unitList(session, choice.missing)];
  }
  const rules = rulesIn(session, choice);
  return [
    paragraph(say("whole.conflict")),
    unitList(session, choice.conflict?.units ?? []),
    ...(rules.length === 0
      ? []
      : [paragraph(say("whole.rules")), element("ul", {}, ...rules.map((text) => element("li", {}, text)))]),
    paragraph(say("whole.conflict-do")),
  ];
}

/** Units that were signed off and whose decisions no longer hold count for nothing. */
function lostWords(session: Session, lost: readonly string[]): readonly HTMLElement[] {
  return lost.length === 0
    ? []
    : [paragraph(session.say("whole.lost", { count: lost.length })), unitList(session, lost)];
}

/** The rules in the words in which the paper prints them. */
function rulesIn({ paper }: Session, { conflict }: Choice): readonly string[] {
  const places = (conflict?.rules ?? []).map(({ at }) => at);
  return paper.rules
    .filter(({ at }) => places.some((place) => place === at || place.startsWith(`${at}/`)))
    .map(({ text }) => text);
}

function unitList({ paper }: Session, ids: readonly string[]) {
  const items = paper.map.units
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => element("li", {}, element("a", { href: `#unit-${id}` }, title)));
  return element("ul", {}, ...items);
}

/** Judging can take a moment: it is done again only when other units are achieved. */
function rememberLast<Result>(work: (units: readonly string[]) => Result): (units: readonly string[]) => Result {
  let last: { readonly key: string; readonly result: Result } | null = null;
  return (units) => {
    const key = units.join();
    if (last?.key !== key) last = { key, result: work(units) };
    return last.result;
  };
}
