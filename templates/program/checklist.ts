import { makeChecklist } from "./checklist/make-checklist.ts";
import { startProgram } from "./shared/program.ts";

startProgram(makeChecklist);
