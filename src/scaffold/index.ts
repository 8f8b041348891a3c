import type { Draft } from "./define-draft.ts";
import { frameworkDraft } from "./framework.ts";
import { qualificationDraft } from "./qualification.ts";
import { unitDraft } from "./unit.ts";

/** What can be begun, in the order of the help. */
export const drafts: readonly Draft[] = [qualificationDraft, unitDraft, frameworkDraft];
