import { appendFileSync } from "node:fs";

/** Adds text to the end of a file, if the machine lets us: for what is a courtesy, and no reason to fail. */
export function appendIfPossible(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch {
    // The same stands in the report.
  }
}
