import { Chalk, type ChalkInstance } from "chalk";
import type { Severity } from "../diagnostics/diagnostic.ts";

/** Paints, or leaves as it is where colour is not wanted. */
export function colours(wanted: boolean): ChalkInstance {
  return new Chalk({ level: wanted ? 1 : 0 });
}

export function severityColour(chalk: ChalkInstance, severity: Severity): ChalkInstance {
  if (severity === "error") return chalk.red;
  return severity === "warning" ? chalk.yellow : chalk.cyan;
}
