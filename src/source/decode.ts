import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { finding } from "./finding.ts";
import { kindOfBytes } from "./kind-of-bytes.ts";

export interface Decoded {
  readonly file: SourceFile;
  readonly findings: readonly Diagnostic[];
}

/** The text of a file's bytes, without a byte-order mark; a finding at the first byte that is not UTF-8. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const kind = kindOfBytes(bytes);
  if (kind !== null) return refuseWhole(path, kind);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const nul = text.indexOf("\0");
    if (nul === -1) return { file: new SourceFile(path, text), findings: [] };
    if (isBinary(text)) return refuseWhole(path, "file that is no text");
    return refuse(new SourceFile(path, text), "Unexpected zero byte", nul, nul + 1);
  } catch {
    const file = new SourceFile(path, new TextDecoder("utf-8").decode(bytes));
    if (isBinary(file.text)) return refuseWhole(path, "file that is no text");
    const start = Math.max(0, file.text.indexOf("\ufffd"));
    return refuse(file, "Unexpected byte that is not UTF-8", start, start + 1);
  }
}

/** Whether so many letters are none that nobody could read it: nothing of it is shown. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 2_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text does not have
  const strange = start.match(/[\0-\x08\x0e-\x1f]/gu)?.length ?? 0;
  return strange > 8 && strange * 50 > start.length;
}

/** What cannot be shown: the place is the start of the file. */
function refuseWhole(path: string, kind: string): Decoded {
  const file = new SourceFile(path, "");
  if (kind === "UTF-16 text") return refuse(file, `Unexpected ${kind}`, 0, 0);
  const isCalledYaml = /\.ya?ml$/iu.test(path);
  const [named, or] = isCalledYaml
    ? [", whatever its name says,", ", or give the file its own ending again"]
    : [",", ""];
  const message = `Unexpected ${kind}${named} expected a text file saved as UTF-8; write it with a text editor${or}`;
  return { file, findings: [finding(file, "not-utf-8", message, 0, 0)] };
}

function refuse(file: SourceFile, what: string, start: number, end: number): Decoded {
  const message = `${what}, expected a text file saved as UTF-8; save it again with that encoding (in Notepad: Save as, Encoding)`;
  return { file, findings: [finding(file, "not-utf-8", message, start, end)] };
}
