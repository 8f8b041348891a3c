import { assessorChecklist } from "./assessor-checklist.ts";
import { conformanceReport } from "./conformance-report.ts";
import type { Document } from "./define-document.ts";
import { learnerWorkbook } from "./learner-workbook.ts";

/** Every paper that can be made, in the order in which they are listed. */
export const documents: readonly Document[] = [learnerWorkbook, assessorChecklist, conformanceReport];
