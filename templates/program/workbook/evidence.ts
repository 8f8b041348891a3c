import { criteriaWith } from "../../../src/record/field-values.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { renameEvidence } from "../../../src/record/merge-evidence.ts";
import { criteriaOf, type MappedCriterion } from "../../../src/record/paper-map.ts";
import { criterionId } from "../../../src/record/places.ts";
import { button, element, inOwnLanguage } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";
import { askEvidence, type Drafts } from "./evidence-dialog.ts";
import { type EvidenceLog, evidenceLog } from "./log.ts";
import { repeatedReferences, unknownReferences } from "./references.ts";

/** Each piece of evidence stands in the log once; criteria name it, and the log says which they are. */
export function startEvidence(session: Session): void {
  const log = evidenceLog(session);
  if (log === null) return;
  session.prepare(({ evidence }) => log.makeRoom(evidence.length + 1));
  renameWithLog(session, log);
  const asked = criteriaOf(session.paper.map);
  const drafts: Drafts = new Map();
  for (const one of asked) addButton(session, log, one, drafts);
  session.watch((record) => {
    log.showCriteria((reference) => criteriaWith(reference, record).join(", "));
    log.showRepeated(repeatedReferences(record));
    pointOut(session, asked, record);
  });
}

function addButton(session: Session, log: EvidenceLog, asked: MappedCriterion, drafts: Drafts): void {
  const { say, fields } = session;
  const [field] = fields.find(`${asked.field}.e`);
  if (field === undefined) return;
  const { number } = asked;
  let told: HTMLElement | null = null;
  const open = async () => {
    told?.remove();
    // What is told by it is read out when it changes: it is there before.
    told = element("p", { class: "program told", role: "status" });
    add.after(told);
    told.textContent = (await askEvidence(session, log, asked, field, drafts)) ?? "";
  };
  const add: HTMLButtonElement = button(say("evidence.add"), open, {
    class: "program add",
    "aria-label": say("evidence.add-to", { number }),
    "aria-haspopup": "dialog",
  });
  field.after(inOwnLanguage(add, field));
}

/** What a criterion names and the log does not have is said beside it. */
function pointOut({ say, fields }: Session, asked: readonly MappedCriterion[], record: LearnerRecord): void {
  const unknown = unknownReferences(record);
  for (const one of asked) {
    const [field] = fields.find(`${one.field}.e`);
    if (field === undefined) continue;
    const id = `${field.id}-unknown`;
    const known = document.getElementById(id);
    const references = unknown.get(criterionId(one)) ?? [];
    if (references.length === 0) {
      known?.remove();
      if (known !== null) field.removeAttribute("aria-describedby");
      continue;
    }
    const words = say("evidence.unknown", { count: references.length, references: references.join(", ") });
    if (known !== null) {
      if (known.textContent !== words) known.textContent = words;
      continue;
    }
    field.closest(".field")?.append(inOwnLanguage(element("p", { class: "program unknown", id }, words), field));
    field.setAttribute("aria-describedby", id);
  }
}

/** Another reference in the log is another reference beside every criterion. */
function renameWithLog(session: Session, log: EvidenceLog): void {
  const { fields, paper } = session;
  log.onRename((from, to) => {
    const names = new Map([[from, to]]);
    // Through the record, so that what needs another look is not taken for written anew.
    session.update((record) => {
      const renamed = renameEvidence(record, names);
      const criteria = new Map(renamed.criteria.map((one) => [criterionId(one), one]));
      for (const one of criteriaOf(paper.map)) {
        const [field] = fields.find(`${one.field}.e`);
        const written = criteria.get(criterionId(one))?.evidence ?? [];
        if (field !== undefined && written.includes(to)) field.value = written.join(", ");
      }
      return renamed;
    }, "as they are");
  });
}
