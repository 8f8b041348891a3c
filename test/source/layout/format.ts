import { SourceFile } from "../../../src/diagnostics/source-file.ts";
import { keyOrderOf } from "../../../src/schema/key-order.ts";
import type { FileKind } from "../../../src/schema/kinds.ts";
import { formatSpec } from "../../../src/source/layout/format-spec.ts";
import { parse } from "../../../src/source/parse.ts";
import type { SpecFile } from "../../../src/source/spec-file.ts";

/** A file that can be read. */
export function specOf(text: string): SpecFile {
  const { spec, findings } = parse(new SourceFile("a.yaml", text));
  if (spec === null) throw new Error(findings[0]?.message ?? "");
  return spec;
}

/** The text of a file of a kind once it is formatted; null where it is left alone. */
export function formatted(text: string, kind: FileKind = "unit"): string | null {
  return formatSpec(specOf(text), keyOrderOf(kind));
}
