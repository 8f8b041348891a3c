import { makePlan } from "./sampling-plan/make-plan.ts";
import { startProgram } from "./shared/program.ts";

startProgram(makePlan);
