import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { finding } from "./finding.ts";

export interface Decoded {
  readonly file: SourceFile;
  readonly findings: readonly Diagnostic[];
}

/** The text of a file's bytes, without a byte-order mark; a finding at the first byte that is not UTF-8. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse(new SourceFile(path, ""), "Unexpected UTF-16 text", 0, 0);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const nul = text.indexOf("\0");
    if (nul === -1) return { file: new SourceFile(path, text), findings: [] };
    return refuse(new SourceFile(path, text), "Unexpected zero byte", nul, nul + 1);
  } catch {
    const file = new SourceFile(path, new TextDecoder("utf-8").decode(bytes));
    const start = Math.max(0, file.text.indexOf("\ufffd"));
    return refuse(file, "Unexpected byte that is not UTF-8", start, start + 1);
  }
}

function refuse(file: SourceFile, what: string, start: number, end: number): Decoded {
  const message = `${what}, expected a text file saved as UTF-8; save it again with that encoding (in Notepad: Save as, Encoding)`;
  return { file, findings: [finding(file, "not-utf-8", message, start, end)] };
}
