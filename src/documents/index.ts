import { assessorChecklist } from "./assessor-checklist.ts";
import { conformanceReport } from "./conformance-report.ts";
import type { Document } from "./define-document.ts";
import { evidenceMatrix } from "./evidence-matrix.ts";
import { forms } from "./forms/index.ts";
import { learnerWorkbook } from "./learner-workbook.ts";
import { mappingMatrix } from "./mapping-matrix.ts";
import { qualificationSpecification } from "./qualification-specification.ts";
import { summaryOfAchievement } from "./summary-of-achievement.ts";
import { unitDeclaration } from "./unit-declaration.ts";
import { unitGuide } from "./unit-guide.ts";

/** Every paper that can be made, in the order in which they are listed. */
export const documents: readonly Document[] = [
  qualificationSpecification,
  unitGuide,
  learnerWorkbook,
  assessorChecklist,
  evidenceMatrix,
  mappingMatrix,
  ...forms,
  unitDeclaration,
  summaryOfAchievement,
  conformanceReport,
];
