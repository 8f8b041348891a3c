import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Batch } from "../../src/files/write.ts";
import { emptyFolder } from "../run-qualspec.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const megabytes = () => process.memoryUsage().arrayBuffers / 1e6;

test("what is written stands on the disk and not in memory, however many files there are", () => {
  const [folder, batch] = [emptyFolder(), new Batch()];
  collectGarbage();
  const before = megabytes();
  for (let at = 0; at < 50; at += 1) {
    const path = join(folder, `${at}`);
    batch.add({ path, printed: path, bytes: new Uint8Array(4_000_000) });
  }
  collectGarbage();
  expect(megabytes() - before).toBeLessThan(100);
  batch.abandon();
});
