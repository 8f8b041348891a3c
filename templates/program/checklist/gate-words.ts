import { completed, filledIn, type Gap, gapsIn } from "../../../src/record/gaps.ts";
import type { SignOff } from "../../../src/record/sign-off.ts";
import { pageLanguage } from "../shared/clock.ts";
import { button, element, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import type { OwnPanel } from "./own-panel.ts";
import type { Row } from "./rows.ts";

/** What a sign-off would not say, or does not, of who signs and when. */
export function lacksOf({ state, signer }: SignOff, own: OwnPanel): readonly Gap[] {
  const language = pageLanguage();
  if (state !== "ready") return gapsIn(signer, language);
  const { who, when } = filledIn(signer, own.deciding(), language);
  return gapsIn({ who, when: when ?? own.deciding().date }, language);
}

/** What a unit waits for before its sign-off, or what stands against it. The first sentence says it by itself. */
export function reasonWords(
  session: Session,
  signOff: SignOff,
  rows: readonly Row[],
  own: OwnPanel,
): readonly HTMLElement[] {
  const { say } = session;
  const { state, open } = signOff;
  const lacks = lacksOf(signOff, own);
  const list = linksTo(
    rows,
    open.map(({ field }) => ({ field, more: "" })),
  );
  const unsaid = () => gapWords(session, lacks, signOff.signer.when ?? own.deciding().date);
  switch (state) {
    case "open":
      return [paragraph(say("gate.open", { count: open.length })), list];
    case "unsupported":
      return [
        element("p", {}, element("strong", {}, say("gate.unsupported"))),
        paragraph(say("gate.unsupported-do")),
        list,
      ];
    case "incomplete":
      return [
        paragraph(say("gate.incomplete", { count: signOff.incomplete.length })),
        incompleteList(session, signOff, rows),
        ...completing(session, signOff, own),
      ];
    case "ready":
      if (lacks.length === 0) return [paragraph(say("gate.ready"))];
      return [paragraph(say("gate.unsigned", { what: unsaid() })), ownLink(session)];
    case "signed":
      return [
        paragraph(say("gate.signed")),
        ...(lacks.length === 0 ? [] : [paragraph(say("gate.signed-lacks", { what: unsaid() }))]),
        ...(signOff.incomplete.length === 0
          ? []
          : [
              paragraph(say("gate.signed-incomplete", { count: signOff.incomplete.length })),
              incompleteList(session, signOff, rows),
            ]),
      ];
  }
}

function incompleteList(session: Session, { incomplete }: SignOff, rows: readonly Row[]): HTMLElement {
  return linksTo(
    rows,
    incomplete.map(({ asked, gaps, date }) => ({
      field: asked.field,
      more: `: ${gapWords(session, gaps, date ?? "")}`,
    })),
  );
}

/** What is missing can be written beside each, or once for all. */
function completing(session: Session, { incomplete }: SignOff, own: OwnPanel): readonly HTMLElement[] {
  const { say } = session;
  const { date, assessor } = own.deciding();
  const isReady = gapsIn({ who: assessor, when: date }, pageLanguage()).length === 0;
  if (!isReady) return [paragraph(say("gate.complete-first")), ownLink(session)];
  const asked = incomplete.map((one) => one.asked);
  const complete = button(say("gate.complete", { who: assessor.trim(), date: date.trim() }), () => {
    session.update((record) => own.signed(completed(record, asked, own.deciding(), pageLanguage())));
  });
  return [paragraph(say("gate.complete-text")), complete];
}

function ownLink({ say }: Session): HTMLElement {
  return element("p", {}, element("a", { href: "#own" }, say("own.title")));
}

/** "no initials, no date" */
function gapWords({ say }: Session, gaps: readonly Gap[], date: string): string {
  return gaps.map((gap) => say(`gap.${gap}`, { date: date.trim() })).join(", ");
}

function linksTo(
  rows: readonly Row[],
  places: readonly { readonly field: string; readonly more: string }[],
): HTMLElement {
  const items = places.flatMap(({ field, more }) => {
    const row = rows.find(({ asked }) => asked.field === field);
    return row === undefined ? [] : [element("li", {}, element("a", { href: `#${row.id}` }, row.asked.number), more)];
  });
  return element("ul", { class: "links" }, ...items);
}
