import type { LearnerRecord } from "./learner-record.ts";
import { isAssessors } from "./places.ts";

type Fields = LearnerRecord["fields"];

/**
 * What else is filled in, of two records. From the other side's paper come the fields of that side, and ours only where
 * we have none yet: a learner who sends back an old sign-off does not undo what the assessor has done since.
 */
export function mergeFields(current: LearnerRecord, incoming: LearnerRecord, isCurrentLater: boolean): Fields {
  const [before, now] = [current.fields, incoming.fields];
  if (isLearners(current) === isLearners(incoming))
    return isCurrentLater ? { ...now, ...before } : { ...before, ...now };
  const isTheirs = (name: string) => isAssessors(name) !== isLearners(incoming);
  const [theirs, ours] = [only(now, isTheirs), only(before, (name) => !isTheirs(name))];
  const asked = new Set(incoming.units.map(({ id }) => id));
  const outside = new Set(current.units.map(({ id }) => id).filter((id) => !asked.has(id)));
  return {
    // A paper about one unit says nothing of the others.
    ...only(before, (name) => outside.has(name.slice(0, name.indexOf(".")))),
    ...(isEmpty(ours) ? only(now, (name) => !isTheirs(name)) : ours),
    ...(isEmpty(theirs) ? only(before, isTheirs) : theirs),
  };
}

export function isLearners({ document }: LearnerRecord): boolean {
  return document === "learner-workbook";
}

function only(fields: Fields, isMeant: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isMeant(name)));
}

function isEmpty(fields: Fields): boolean {
  return Object.keys(fields).length === 0;
}
