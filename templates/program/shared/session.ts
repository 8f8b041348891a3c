import { valuesOf } from "../../../src/record/field-values.ts";
import { fitted } from "../../../src/record/fit.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { readRecord } from "../../../src/record/read-record.ts";
import { emptyRecord, recordOf } from "../../../src/record/record-of.ts";
import { isBlank } from "../../../src/record/same-learner.ts";
import { readMoment } from "./clock.ts";
import { type Device, deviceFor } from "./device.ts";
import { type PageFields, pageFields } from "./page-fields.ts";
import { type Paper, type Say, sayFrom } from "./paper.ts";

export type SaveState =
  | { readonly kind: "nothing" }
  | { readonly kind: "saved"; readonly at: Date }
  /** The device keeps nothing more; or another window has written to the same place, or emptied it. */
  | { readonly kind: "failed"; readonly why: "full" | "blocked" | "elsewhere" | "cleared" };

/** One learner's record, on the page and on the device. */
export interface Session {
  readonly paper: Paper;
  readonly say: Say;
  readonly fields: PageFields;
  readonly device: Device;
  /** What the page says now. */
  readonly record: () => LearnerRecord;
  /** Where the device keeps it. */
  readonly slot: () => string;
  /** Puts another record onto the page, and keeps it in a slot of its own unless one is named. */
  readonly open: (record: LearnerRecord, slot?: string) => void;
  /** Changes the record beside the fields, such as by confirming an answer, and saves it; where fields change they are filled anew. */
  readonly update: (change: (record: LearnerRecord) => LearnerRecord, fields?: "filled anew" | "as they are") => void;
  readonly saveNow: () => void;
  readonly state: () => SaveState;
  /** Whether everything that is on the page is kept on the device or in a file. */
  readonly isKept: () => boolean;
  /** When the record was handed to the person as a file, as it is now; null where it has changed since. */
  readonly exportedAt: () => Date | null;
  readonly noteExport: () => void;
  /** What another window has kept in the same slot; null where it has emptied it. */
  readonly elsewhere: () => LearnerRecord | null;
  /** Where two windows disagree: the page as it is here, or as it is there. */
  readonly settle: (which: "here" | "there") => void;
  /** Removes what is kept, and begins anew. */
  readonly clear: () => void;
  /** Called when the record or its state of saving has changed, but not on each key. */
  readonly watch: (watcher: (record: LearnerRecord) => void) => void;
  /** Called before a record is put onto the page: there is room to be made for it. */
  readonly prepare: (preparer: (record: LearnerRecord) => void) => void;
}

const pause = 400;
/** Somebody who types without a pause is saved too. */
const longest = 4000;

export function startSession(paper: Paper): Session {
  const fields = pageFields();
  const device = deviceFor(paper.map);
  const watchers: ((record: LearnerRecord) => void)[] = [];
  const preparers: ((record: LearnerRecord) => void)[] = [];
  let before = emptyRecord(paper.map);
  let slot = device.newSlot();
  let kept: string | null = null;
  let state: SaveState = device.isThere() ? { kind: "nothing" } : { kind: "failed", why: "blocked" };
  let isDirty = false;
  let exported: Date | null = null;
  let timer: number | undefined;
  let waitingSince = 0;

  const record = () => recordOf(paper.map, fields.values(), before);
  const tell = (now: LearnerRecord) => {
    for (const watcher of watchers) watcher(now);
  };
  const write = () => {
    const at = new Date();
    before = { ...record(), saved: at.toISOString() };
    const why = device.keep(slot, before);
    state = why === null ? { kind: "saved", at } : { kind: "failed", why };
    if (why === null) {
      kept = device.peek(slot);
      isDirty = false;
    }
    tell(before);
  };
  /** Looks whether another window has written to the slot. @returns whether this one may. */
  const isOurs = () => {
    const there = device.peek(slot);
    if (there === kept) return true;
    const written = elsewhere();
    if (there !== null && written !== null && !isDirty) show(written, slot);
    else state = { kind: "failed", why: there === null ? "cleared" : "elsewhere" };
    tell(record());
    return false;
  };
  const elsewhere = () => readRecord(device.peek(slot) ?? "").record;
  const saveNow = () => {
    window.clearTimeout(timer);
    timer = undefined;
    isDirty = true;
    if (isOurs()) write();
  };
  const show = (next: LearnerRecord, own: string) => {
    before = fitted(paper.map, next);
    slot = own;
    kept = device.peek(slot);
    for (const preparer of preparers) preparer(before);
    fields.fill(valuesOf(paper.map, before));
    const at = kept === null ? null : readMoment(next.saved);
    if (device.isThere()) state = at === null ? { kind: "nothing" } : { kind: "saved", at };
    isDirty = false;
    exported = null;
  };
  const changed = () => {
    const now = Date.now();
    if (timer === undefined) waitingSince = now;
    isDirty = true;
    exported = null;
    window.clearTimeout(timer);
    timer = window.setTimeout(saveNow, Math.max(0, Math.min(pause, waitingSince + longest - now)));
  };
  document.addEventListener("input", (event) => {
    if ((event.target as HTMLElement).dataset["field"] !== undefined) changed();
  });

  const leave = () => {
    if (timer !== undefined) saveNow();
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    leave();
    if (document.visibilityState === "visible") isOurs();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) isOurs();
  });
  window.addEventListener("storage", ({ key }) => {
    if (key === slot || key === null) isOurs();
  });
  window.addEventListener("beforeunload", (event) => {
    leave();
    if (isDirty && exported === null) event.preventDefault();
  });

  return {
    paper,
    say: sayFrom(paper),
    fields,
    device,
    record,
    slot: () => slot,
    open: (next, own) => {
      leave();
      show(next, own ?? device.newSlot());
      if (own === undefined && !isBlank(before)) saveNow();
      else tell(before);
    },
    update: (change, how = "filled anew") => {
      before = change(record());
      if (how === "filled anew") {
        for (const preparer of preparers) preparer(before);
        fields.fill(valuesOf(paper.map, before));
      }
      exported = null;
      saveNow();
    },
    saveNow,
    state: () => state,
    isKept: () => !isDirty || exported !== null,
    exportedAt: () => exported,
    noteExport: () => {
      exported = new Date();
      tell(record());
    },
    elsewhere,
    settle: (which) => {
      const there = elsewhere();
      if (which === "here") {
        kept = device.peek(slot);
        saveNow();
      } else {
        show(there ?? emptyRecord(paper.map), there === null ? device.newSlot() : slot);
        tell(before);
      }
    },
    clear: () => {
      window.clearTimeout(timer);
      timer = undefined;
      device.forget(slot);
      show(emptyRecord(paper.map), device.newSlot());
      tell(before);
    },
    watch: (watcher) => {
      watchers.push(watcher);
    },
    prepare: (preparer) => {
      preparers.push(preparer);
    },
  };
}
