import { completed } from "../../../src/record/gaps.ts";
import type { MappedCriterion } from "../../../src/record/paper-map.ts";
import { signOffsOf } from "../../../src/record/sign-off.ts";
import { pageLanguage } from "../shared/clock.ts";
import type { Session } from "../shared/session.ts";
import type { OwnPanel } from "./own-panel.ts";

/** The decisions that were made on this page since it was opened: they are of whoever writes their initials into it. */
export interface MadeHere {
  readonly note: (...criteria: readonly MappedCriterion[]) => void;
  /** Fills what they lack of initials and date. @returns whether anything had to be filled */
  readonly complete: () => boolean;
}

export function madeHere(session: Session, own: OwnPanel): MadeHere {
  const made = new Set<string>();
  const nameOf = ({ field }: MappedCriterion) => `${session.slot()} ${field}`;
  return {
    note: (...criteria) => {
      for (const one of criteria) made.add(nameOf(one));
    },
    complete: () => {
      const { map } = session.paper;
      // What is signed off stays as it was signed.
      const open = signOffsOf(map, session.record(), pageLanguage()).filter(
        ({ state }) => state === "open" || state === "incomplete",
      );
      const lacking = open
        .flatMap(({ incomplete }) => incomplete.map(({ asked }) => asked))
        .filter((asked) => made.has(nameOf(asked)));
      if (lacking.length === 0) return false;
      session.update((record) => own.signed(completed(record, lacking, own.deciding(), pageLanguage())));
      return true;
    },
  };
}
