import { type Amounts, type Arrival, arrivalOf, isNothing } from "../../../src/record/arrival.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { tell } from "./dialog.ts";
import { element, paragraph } from "./element.ts";
import type { Say } from "./paper.ts";
import type { Part } from "./part.ts";
import { madeFrom } from "./people.ts";
import type { Session } from "./session.ts";

/** Says what a file has brought: what is in it, from whom, what of it is new here, and what does not add up. */
export async function tellArrival(
  session: Session,
  part: Part,
  file: LearnerRecord,
  before: LearnerRecord,
): Promise<void> {
  const { say } = session;
  const now = session.record();
  await tell(
    say,
    say("arrival.title"),
    paragraph(say("arrival.from", { from: madeFrom(say, file) })),
    ...arrivalWords(say, arrivalOf(file, before, now)),
    ...(part.doubts?.(now) ?? []),
  );
}

function arrivalWords(say: Say, { inFile, news, reopened }: Arrival): readonly Node[] {
  if (isNothing(inFile)) return [paragraph(say("arrival.nothing"))];
  const opened = reopened.length === 0 ? [] : [paragraph(say("arrival.reopened")), listOf(reopened)];
  const isAllNew = JSON.stringify(news) === JSON.stringify(inFile);
  return [
    paragraph(say("arrival.in-file")),
    listOf(amountWords(say, inFile)),
    ...(isNothing(news) || isAllNew
      ? [paragraph(say(isAllNew ? "arrival.all-new" : "arrival.nothing-new"))]
      : [paragraph(say("arrival.news")), listOf(amountWords(say, news))]),
    ...opened,
  ];
}

/** "3 answers", "1 piece of evidence": what there is none of is left out. */
function amountWords(say: Say, amounts: Amounts): readonly string[] {
  return (["answers", "evidence", "links", "decisions", "units", "others"] as const).flatMap((kind) =>
    amounts[kind] === 0 ? [] : [say(`arrival.${kind}`, { count: amounts[kind] })],
  );
}

export function listOf(items: readonly string[]): HTMLUListElement {
  return element("ul", {}, ...items.map((item) => element("li", {}, item)));
}
