import type { Document } from "../define-document.ts";
import { assessmentPlan } from "./assessment-plan.ts";
import { evidenceLocationSheet } from "./evidence-location-sheet.ts";
import { iqaReport } from "./iqa-report.ts";
import { iqaSamplingPlan } from "./iqa-sampling-plan.ts";
import { observationRecord } from "./observation-record.ts";
import { professionalDiscussionRecord } from "./professional-discussion-record.ts";
import { questioningRecord } from "./questioning-record.ts";
import { reasonableAdjustmentRecord } from "./reasonable-adjustment-record.ts";
import { witnessStatusList } from "./witness-status-list.ts";
import { witnessTestimony } from "./witness-testimony.ts";

/** The papers to fill in that share a template, in the order in which a learner meets them. */
export const forms: readonly Document[] = [
  assessmentPlan,
  observationRecord,
  witnessTestimony,
  professionalDiscussionRecord,
  questioningRecord,
  reasonableAdjustmentRecord,
  witnessStatusList,
  evidenceLocationSheet,
  iqaSamplingPlan,
  iqaReport,
];
