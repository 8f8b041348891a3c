import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { assessorOf, withRecords } from "../../../src/record/sampling.ts";
import { withPaperFields } from "../../../src/record/sampling-paper.ts";
import { listOf } from "../shared/arrival.ts";
import { ask, tell } from "../shared/dialog.ts";
import { doubtsIn } from "../shared/doubts.ts";
import { element, paragraph } from "../shared/element.ts";
import { importRecords, type ReadFile } from "../shared/exchange.ts";
import { titlesApart } from "../shared/import.ts";
import { mayLeave } from "../shared/leave.ts";
import { whoIs } from "../shared/people.ts";
import type { Session } from "../shared/session.ts";

/** Assessors' files, as many as are chosen at once, or a plan that was exported before; then says what has come of each. */
export async function importFiles(session: Session): Promise<void> {
  const { say, paper } = session;
  const files = await importRecords(true);
  const read = files.map((file) => ({ file, refusal: refusalOf(session, file) }));
  const refused = read.flatMap(({ refusal }) => refusal ?? []);
  const taken = read.flatMap(({ file, refusal }) => (refusal === null ? (file.read.record ?? []) : []));
  const plan = taken.find(({ document }) => document === paper.map.document);
  if (plan !== undefined && !(await openPlan(session, plan))) return;

  const records = taken.filter((one) => one !== plan).flatMap((one) => (one.records.length > 0 ? one.records : [one]));
  const before = session.record();
  const { added, replaced, same, older, unnamed } = withRecords(before, records);
  if (added.length + replaced.length + same.length > 0) {
    session.update((now) => withPaperFields(paper.map, now, withRecords(now, records).plan));
  }
  const isOther = (record: LearnerRecord) => record.specification.hash !== paper.map.specification.hash;
  const other = [...added, ...replaced].filter(isOther);
  await tell(
    say,
    say("imported.title"),
    ...(plan === undefined ? [] : [paragraph(say("imported.plan", { count: plan.records.length }))]),
    ...list(say("imported.added", { count: added.length }), added.map(whatIn)),
    ...list(say("imported.replaced", { count: replaced.length }), replaced.map(whatIn)),
    ...list(say("imported.same", { count: same.length }), same.map(whatIn)),
    ...list(say("imported.older", { count: older.length }), older.map(nameOf)),
    ...list(say("imported.other", { count: other.length }), other.map(nameOf)),
    ...list(say("imported.refused", { count: refused.length + unnamed.length }), [
      ...refused,
      ...unnamed.map(() => say("imported.unnamed")),
    ]),
    ...doubtful(plan === undefined ? [...added, ...replaced, ...same] : session.record().records),
  );

  /** Whose a file is, from whom, of which version, and how much has been decided in it. */
  function whatIn(record: LearnerRecord): string {
    const decisions = record.criteria.filter(({ assessment }) => assessment.decision !== null).length;
    const units = record.units.filter(({ decision }) => decision === "achieved").length;
    const { version } = record.specification;
    return [
      nameOf(record),
      say("imported.decisions", { count: decisions }),
      say("imported.units", { count: units }),
      ...(version === null ? [] : [say("who.version", { version })]),
    ].join(" · ");
  }

  function doubtful(some: readonly LearnerRecord[]): readonly Node[] {
    const found = some.map((record) => ({ record, doubts: doubtsIn(session, record) }));
    const wrong = found.filter(({ doubts }) => doubts.length > 0);
    if (wrong.length === 0) return [];
    const items = wrong.map(({ record, doubts }) => element("li", {}, nameOf(record), listOf(doubts)));
    return [element("p", {}, element("strong", {}, say("doubt.title"))), element("ul", {}, ...items)];
  }

  function nameOf(record: LearnerRecord): string {
    const assessor = assessorOf(record);
    const by = assessor === "" ? say("learners.no-assessor") : say("learners.by", { assessor });
    return `${whoIs(say, record)} · ${by}`;
  }
}

/** Why a file is not taken, in words; null where it is. */
function refusalOf({ say, paper }: Session, { name, read }: ReadFile): string | null {
  const { map } = paper;
  if (read.record === null) {
    const { fault } = read;
    return say(`fault.${fault.kind}`, {
      name,
      ...(fault.kind === "broken" ? { at: fault.at, message: fault.message } : {}),
    });
  }
  const { specification, document } = read.record;
  if (specification.id !== map.specification.id) {
    return `${name}: ${say("import.of-another", titlesApart(specification, map.specification))}`;
  }
  return document === "learner-workbook" ? `${name}: ${say("imported.workbook")}` : null;
}

/** A plan takes the place of what is on the page, which stays on the device. */
async function openPlan(session: Session, plan: LearnerRecord): Promise<boolean> {
  const { say } = session;
  const hasLearners = session.record().records.length > 0;
  if (hasLearners) {
    const answer = await ask<true>(say, {
      title: say("plan.title"),
      content: [say("plan.text")],
      actions: [{ label: say("plan.open"), value: true, look: "main" }],
    });
    if (answer !== true || !(await mayLeave(session, {}))) return false;
  }
  session.open(plan);
  return true;
}

function list(heading: string, items: readonly string[]): readonly Node[] {
  if (items.length === 0) return [];
  return [paragraph(heading), listOf(items)];
}
