import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/**
 * A name for each finding, by which a service knows it again when lines or list items above it come and go: made of the
 * rule, the file, the keys that lead to it and what is said. The same finding twice gets two names.
 */
export function fingerprints(
  findings: readonly Diagnostic[],
  pathOf: (finding: Diagnostic) => string,
): readonly string[] {
  const met = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, message, place } = finding;
    const keys = place.pointer.replace(/\/\d+(?=\/|$)/gu, "/*");
    const name = JSON.stringify([rule, pathOf(finding), keys, message]);
    const nth = (met.get(name) ?? 0) + 1;
    met.set(name, nth);
    return createHash("sha256").update(`${name} ${nth}`).digest("hex").slice(0, 32);
  });
}
