import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyOrderOf } from "../../schema/key-order.ts";
import { type FileKind, specificationKinds } from "../../schema/kinds.ts";
import { decode } from "../../source/decode.ts";
import { formatSpec } from "../../source/layout/format-spec.ts";
import { parse } from "../../source/parse.ts";
import type { SpecFile } from "../../source/spec-file.ts";
import { readSpecification } from "../../workspace/read-file.ts";
import { addKeys } from "./add-keys.ts";
import type { Candidate } from "./files-to-format.ts";

const byteOrderMark = "\ufeff";

/** A file and its one layout. */
export interface FormattedFile {
  /** Absolute. */
  readonly path: string;
  readonly printed: string;
  /** Whole, with a byte-order mark where it has one. */
  readonly before: string;
  readonly after: string;
  /** Why it stays as it is, though somebody might expect otherwise; null where it need not. */
  readonly left: string | null;
  /** New ones. */
  readonly keys: number;
  /** What keeps it from being read. */
  readonly findings: readonly Diagnostic[];
}

/** Formats the text of a file; null where it is somebody else's. Nothing is written. */
export async function formatFile(file: Candidate, bytes: Uint8Array, withKeys: boolean): Promise<FormattedFile | null> {
  const { path, printed } = file;
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const as = (own: Partial<FormattedFile>): FormattedFile => ({
    ...{ path, printed, before, after: before, left: null, keys: 0, findings: [] },
    ...own,
  });
  const read = await readAny(file, bytes);
  if (read === "foreign") return null;
  if (read === "blank") return as({});
  const { spec, kind, findings } = read;
  if (spec === null || kind === null || (withKeys && !read.isSound)) return as({ findings, left: "it cannot be read" });
  const keyed = withKeys ? addKeys(spec, kind) : { spec, keys: 0, left: 0 };
  const made = formatSpec(keyed.spec, keyOrderOf(kind));
  if (made === null) return as({ left: "it is written in a rare way" });
  const mark = before.startsWith(byteOrderMark) ? byteOrderMark : "";
  const left =
    keyed.left === 0 ? null : "some of its outcomes or criteria are written in a rare way; give them keys by hand";
  return as({ after: mark + made, keys: keyed.keys, left });
}

interface Read {
  /** null where it cannot be relied on. */
  readonly spec: SpecFile | null;
  readonly kind: FileKind | null;
  readonly isSound: boolean;
  readonly findings: readonly Diagnostic[];
}

async function readAny(file: Candidate, bytes: Uint8Array): Promise<Read | "foreign" | "blank"> {
  const { path, printed, settings, isNamed } = file;
  const decoded = decode(printed, bytes);
  if (settings === null) {
    const read = await readSpecification(path, printed, bytes, isNamed);
    if (read.isForeign) return "foreign";
    if (read.sound !== null) return { ...read.sound, isSound: true, findings: [] };
    const spec = decoded.findings.length > 0 ? null : parse(decoded.file).spec;
    return { spec, kind: kindOf(spec?.data), isSound: false, findings: read.findings };
  }
  if (decoded.findings.length > 0) return { spec: null, kind: settings, isSound: false, findings: decoded.findings };
  // Settings may all be left out.
  if (decoded.file.text.replace(/#.*$/gmu, "").trim() === "") return "blank";
  return { ...parse(decoded.file), kind: settings, isSound: true };
}

function kindOf(data: unknown): FileKind | null {
  const { kind } = (typeof data === "object" && data !== null ? data : {}) as { readonly kind?: unknown };
  return specificationKinds.find((one) => one === kind) ?? null;
}
