import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import type { PaperMap } from "../../../src/record/paper-map.ts";
import { readRecord } from "../../../src/record/read-record.ts";

/** A record that this device keeps, under a name of its own: all pages that are opened from files share one store. */
export interface KeptRecord {
  readonly slot: string;
  readonly record: LearnerRecord;
}

/** The records of one paper, in whatever version of the specification. */
export interface Device {
  /** Whether the browser keeps anything for this page. */
  readonly isThere: () => boolean;
  readonly list: () => readonly KeptRecord[];
  /** The text that stands in a slot, to see whether another window has changed it. */
  readonly peek: (slot: string) => string | null;
  /** null, or why it could not be kept: the store is full, or the browser keeps nothing for this page. */
  readonly keep: (slot: string, record: LearnerRecord) => "full" | "blocked" | null;
  readonly forget: (slot: string) => void;
  readonly newSlot: () => string;
}

export function deviceFor({ document: paper, specification }: PaperMap): Device {
  const part = specification.unit === null ? "" : `/${specification.unit}`;
  const prefix = `qualspec/1/${paper}/${specification.id}${part}/`;
  return {
    isThere: () => store() !== null,
    list: () =>
      storedKeys()
        .filter((key) => key.startsWith(prefix))
        .sort()
        .flatMap((slot) => {
          const { record } = readRecord(store()?.getItem(slot) ?? "");
          // The papers of single units stand below those of the whole.
          return record === null || record.specification.unit !== specification.unit ? [] : [{ slot, record }];
        }),
    peek: (slot) => store()?.getItem(slot) ?? null,
    keep: (slot, record) => {
      const storage = store();
      if (storage === null) return "blocked";
      try {
        storage.setItem(slot, JSON.stringify(record));
        return null;
      } catch {
        return "full";
      }
    },
    forget: (slot) => store()?.removeItem(slot),
    // The version is in the name, so that the papers of two versions never write over each other.
    newSlot: () => `${prefix}${specification.version ?? "none"}@${specification.hash}/${newName()}`,
  };
}

/** Browsers that are told to keep nothing throw on a mere look. */
function store(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function storedKeys(): readonly string[] {
  const storage = store();
  return storage === null ? [] : Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
}

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
