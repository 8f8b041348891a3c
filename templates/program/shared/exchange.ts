import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { type ReadRecord, readRecord } from "../../../src/record/read-record.ts";

/** Hands a record to the person as a file. */
export function exportRecord(record: LearnerRecord): void {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(record);
  link.click();
  // The download has begun by then.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** "Sam-Example-l2-baking-learner-workbook.json": letters and digits only, whatever a learner is called. */
export function fileNameOf({ learner, specification, document: paper }: LearnerRecord): string {
  const parts = [learner.name ?? learner.number ?? "", specification.id, specification.unit ?? "", paper];
  const plain = parts.map((part) =>
    part
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .slice(0, 60),
  );
  return `${plain.filter((part) => part !== "").join("-")}.json`;
}

export interface ReadFile {
  readonly name: string;
  readonly read: ReadRecord;
}

/** Asks the person for files and reads them. Where none is chosen nothing follows. */
export function importRecords(isForSeveral: boolean): Promise<readonly ReadFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.multiple = isForSeveral;
    input.addEventListener("change", async () => {
      const files = [...(input.files ?? [])];
      resolve(await Promise.all(files.map(async (file) => ({ name: file.name, read: readRecord(await file.text()) }))));
    });
    input.click();
  });
}
