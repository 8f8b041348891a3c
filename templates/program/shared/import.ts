import { fitOf, fitted, isWritten } from "../../../src/record/fit.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { type Choice, conflictsOf, merge } from "../../../src/record/merge.ts";
import type { RecordFault } from "../../../src/record/read-record.ts";
import { emptyRecord } from "../../../src/record/record-of.ts";
import { isBlank, isSameLearner } from "../../../src/record/same-learner.ts";
import { isStale, lastTaken, withTaken } from "../../../src/record/taken.ts";
import { tellArrival } from "./arrival.ts";
import { dayAndTimeOf, readMoment } from "./clock.ts";
import { askConflicts } from "./conflicts.ts";
import { ask, tell } from "./dialog.ts";
import { importRecords } from "./exchange.ts";
import { reportOf } from "./fit-report.ts";
import { mayLeave } from "./leave.ts";
import type { Part } from "./part.ts";
import { whoIs } from "./people.ts";
import type { Session } from "./session.ts";

/** Asks for a file and brings it onto the page; nothing that stands there is lost without a question. */
export async function importHere(session: Session, part: Part): Promise<void> {
  if (part.importFiles !== undefined) return await part.importFiles();
  const [file] = await importRecords(false);
  if (file === undefined) return;
  if (file.read.record === null) return await sayFault(session, file.name, file.read.fault);
  await takeIn(session, part, file.read.record);
}

/** The record of one learner, from a file. */
export async function takeIn(session: Session, part: Part, record: LearnerRecord): Promise<void> {
  const { say } = session;
  const refusal = refusalOf(session, record);
  if (refusal !== null) return await tell(say, say("import.refused"), refusal);
  if (!(await acceptsReport(session, part, record))) return;

  const incoming = fitted(session.paper.map, record);
  const here = session.record();
  if (isBlank(here)) return openOrMerge(session, part, incoming);
  const isSame = isSameLearner(here.learner, incoming.learner);
  const how = isSame === true ? "merge" : await askHow(session, here, incoming);
  if (how === "apart" && (await mayLeave(session, part))) await openOrMerge(session, part, incoming);
  if (how === "merge") await mergeHere(session, part, here, incoming);
}

/** Where the device keeps something of the same learner already, both become one. */
async function openOrMerge(session: Session, part: Part, incoming: LearnerRecord): Promise<void> {
  const { hash } = session.paper.map.specification;
  const kept = session.device
    .list()
    .find(
      ({ record }) => record.specification.hash === hash && isSameLearner(record.learner, incoming.learner) === true,
    );
  if (kept === undefined) {
    session.open(withTaken(incoming, incoming, session.paper.map.document));
    return await tellArrival(session, part, incoming, emptyRecord(session.paper.map));
  }
  session.open(kept.record, kept.slot);
  await mergeHere(session, part, session.record(), incoming);
}

async function mergeHere(session: Session, part: Part, here: LearnerRecord, incoming: LearnerRecord): Promise<void> {
  if (isStale(here, incoming) && !(await acceptsOlder(session, here, incoming))) return;
  const conflicts = conflictsOf(here, incoming);
  const choices: ReadonlyMap<string, Choice> | null =
    conflicts.length === 0 ? new Map() : await askConflicts(session, conflicts, [here, incoming]);
  if (choices === null) return;
  session.update((now) => {
    const merged = merge(now, incoming, ({ id, what }) => choices.get(`${what} ${id}`) ?? "current");
    return withTaken(part.arrived?.(now, merged) ?? merged, incoming, session.paper.map.document);
  });
  await tellArrival(session, part, incoming, here);
}

/** An older file from the other side would take the place of what a newer one brought. */
async function acceptsOlder(session: Session, here: LearnerRecord, incoming: LearnerRecord): Promise<boolean> {
  const { say } = session;
  const [known, saved] = [lastTaken(here, incoming), incoming.saved].map((one) => readMoment(one));
  const answer = await ask<true>(say, {
    title: say("stale.title"),
    content: [
      say(saved ? "stale.text" : "stale.unknown", {
        saved: saved ? dayAndTimeOf(saved) : "",
        known: known ? dayAndTimeOf(known) : "",
      }),
    ],
    actions: [{ label: say("stale.take"), value: true, look: "danger" }],
    close: say("stale.keep"),
  });
  return answer === true;
}

/** What is wrong with a file, in words. */
export async function sayFault({ say }: Session, name: string, fault: RecordFault): Promise<void> {
  const place = fault.kind === "broken" ? { at: fault.at, message: fault.message } : {};
  await tell(say, say("import.refused"), say(`fault.${fault.kind}`, { name, ...place }));
}

/** Why a record cannot stand on this page; null where it can. */
export function refusalOf({ say, paper }: Session, { specification, records }: LearnerRecord): string | null {
  if (records.length > 0) return say("import.of-several");
  if (specification.id === paper.map.specification.id) return null;
  return say("import.of-another", titlesApart(specification, paper.map.specification));
}

/** What two specifications are called: with their ids where their titles are the same. */
export function titlesApart(one: SpecificationNames, own: SpecificationNames): { title: string; own: string } {
  const [title, other] =
    one.title === own.title ? [one, own].map((of) => `${of.title} (${of.id})`) : [one.title, own.title];
  return { title: title ?? "", own: other ?? "" };
}

interface SpecificationNames {
  readonly id: string;
  readonly title: string;
}

/** Where the file was made with another version: what fits and what does not, before anything is changed. */
async function acceptsReport(session: Session, part: Part, record: LearnerRecord): Promise<boolean> {
  const { say, paper } = session;
  const { specification } = paper.map;
  const fit = fitOf(paper.map, record);
  const isOther = record.specification.hash !== specification.hash;
  if (!isOther && !fit.changed.some(({ written }) => isWritten(written))) return true;
  const versions = { from: record.specification.version ?? "–", to: specification.version ?? "–" };
  const answer = await ask<true>(say, {
    title: say("report.title"),
    content: [
      say(versions.from === versions.to ? "report.text-same" : "report.text", versions),
      ...reportOf(session, part, fit),
    ],
    actions: [{ label: say("report.take"), value: true, look: "main" }],
  });
  return answer === true;
}

async function askHow(
  session: Session,
  here: LearnerRecord,
  incoming: LearnerRecord,
): Promise<"apart" | "merge" | null> {
  const { say } = session;
  const isUnknown = isSameLearner(here.learner, incoming.learner) === null;
  return await ask<"apart" | "merge">(say, {
    title: say("other.title"),
    content: [say("other.text", { here: whoIs(say, here), there: whoIs(say, incoming) }), say("other.both")],
    actions: [
      { label: say("other.apart", { who: whoIs(say, incoming) }), value: "apart", look: "main" },
      ...(isUnknown ? [{ label: say("other.merge"), value: "merge" as const }] : []),
    ],
  });
}
