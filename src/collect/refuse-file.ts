import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import type { RecordFault } from "../record/read-record.ts";
import { code } from "../text/words.ts";
import { finding } from "./finding.ts";
import type { PaperFault } from "./read-paper.ts";

const expected = "expected a Word document that qualspec made, or a record that its papers export";
const sendAgain = "ask for the file again";

/** Why a file cannot be read back, and what to do. */
export function refusalOf(fault: PaperFault, file: SourceFile): Diagnostic {
  switch (fault.kind) {
    case "no-fields":
      return finding(
        "paper-without-fields",
        file,
        `Unexpected ${code(fault.document)}, expected a paper that people fill in; leave it out: there is nothing in it to be read back`,
      );
    case "unmarked":
      return finding("paper-unmarked", file, unmarkedMessage(fault.specification));
    case "record":
      return refuseRecord(fault.fault, file);
    case "file": {
      const { kind, found, remedy } = fault.fault;
      if (kind === "damaged")
        return finding("paper-damaged", file, `Unexpected ${found}, expected a whole file; ${sendAgain}`);
      if (kind === "too-large") {
        return finding(
          "paper-too-large",
          file,
          `Unexpected ${found}, expected a paper; ask for it without what is not part of it`,
        );
      }
      return finding("paper-unreadable", file, `Unexpected ${found}, ${expected}; ${remedy ?? "ask for that"}`);
    }
  }
}

function unmarkedMessage(specification: string | null): string {
  if (specification !== null) {
    return `Unexpected document that no longer says what its fields are, expected its specification ${code(specification)} to tell; name the folder that it is in with ${code("--specs")}`;
  }
  return "Unexpected Word document that does not say what it was made from, expected one that qualspec made; have the answers put into the document that was given out, or type them into a record";
}

function refuseRecord(fault: RecordFault, file: SourceFile): Diagnostic {
  switch (fault.kind) {
    case "not-json":
      return /\.json$/iu.test(file.path)
        ? finding("paper-damaged", file, `Unexpected text that is no JSON, expected a whole record; ${sendAgain}`)
        : finding("paper-unreadable", file, `Unexpected text, ${expected}; ask for that`);
    case "not-a-record":
      return finding("paper-unreadable", file, `Unexpected JSON that is no record, ${expected}; ask for that`);
    case "newer":
      return finding(
        "paper-unreadable",
        file,
        "Unexpected record of a later version of qualspec, expected version 1; bring qualspec up to date",
      );
    case "broken":
      return finding(
        "paper-damaged",
        file,
        `Unexpected record in which ${fault.at === "" ? "something" : code(fault.at)} is wrong (${fault.message}), expected one as a paper exports it; ${sendAgain}`,
      );
  }
}
