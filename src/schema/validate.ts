import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { findKeysInText } from "./keys-in-text.ts";
import { type FileKind, loadValidator } from "./kinds.ts";

/** The findings about the shape of a file of a known kind: none when it has the shape that the schema asks for. */
export async function validate(spec: SpecFile, kind: FileKind): Promise<readonly Diagnostic[]> {
  const swallowed = await findKeysInText(spec, kind);
  if (swallowed.length > 0) return swallowed;
  const validator = await loadValidator(kind);
  if (validator(spec.data)) return [];
  const { explainErrors } = await import("./explain-errors.ts");
  return explainErrors(spec, kind, validator.errors ?? []);
}
