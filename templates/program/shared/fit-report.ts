import { type CriterionFit, type Fit, isOfPaper, isWritten } from "../../../src/record/fit.ts";
import type { CriterionRecord } from "../../../src/record/learner-record.ts";
import { element, paragraph } from "./element.ts";
import type { Part } from "./part.ts";
import { plainText } from "./plain.ts";
import type { Session } from "./session.ts";

/** Criterion by criterion: what still fits, what needs another look, what is no longer asked, what is new. */
export function reportOf({ say, paper }: Session, part: Part, fit: Fit): readonly Node[] {
  const changed = fit.changed.filter(({ written }) => isWritten(written));
  const gone = fit.gone.filter((one) => isOfPaper(paper.map, one) && isWritten(one));
  const fits = fit.fits.filter(({ written }) => isWritten(written));
  const words = (one: CriterionRecord) => part.confirmation?.wordsOf(one) ?? one.answer ?? "";
  const isWhole = [...fits, ...changed, ...gone].length > 0;
  return [
    ...(changed.length + gone.length > 0 ? [] : [paragraph(say(isWhole ? "report.all-fit" : "report.empty"))]),
    group(
      say("report.changed", { count: changed.length }),
      say("report.changed-text"),
      changed.map((one) => changedItem(one)),
    ),
    group(
      say("report.gone", { count: gone.length }),
      say("report.gone-text"),
      gone.map((one) => [title(one), ...labelled(say("report.written"), words(one))]),
    ),
    group(
      say("report.added", { count: fit.added.length }),
      say("report.added-text"),
      fit.added.map((one) => [title(one)]),
    ),
    group(
      say("report.fits", { count: fits.length }),
      say("report.fits-text"),
      fits.map(({ asked }) => [title(asked)]),
    ),
  ].flat();

  function changedItem({ asked, written }: CriterionFit): readonly Node[] {
    return [
      title({ number: asked.number, text: asked.text }),
      ...labelled(say("report.before"), plainText(written.text)),
      ...(plainText(written.text) === plainText(asked.text) ? [paragraph(say("mark.around"))] : []),
      ...labelled(say("report.written"), words(written)),
    ];
  }
}

/** Long lists are folded: what needs a person stands open. */
function group(heading: string, text: string, items: readonly (readonly Node[])[]): readonly Node[] {
  if (items.length === 0) return [];
  const list = element("ul", {}, ...items.map((parts) => element("li", {}, ...parts)));
  const fold = element("details", {}, element("summary", {}, heading), paragraph(text), list);
  fold.open = items.length <= 8;
  return [fold];
}

function title({ number, text }: { readonly number: string; readonly text: string }): Node {
  return element("strong", {}, `${number} ${plainText(text)}`);
}

export function labelled(label: string, text: string): readonly Node[] {
  if (text === "") return [];
  return [element("div", { class: "quoted" }, element("span", {}, label), element("p", {}, text))];
}
