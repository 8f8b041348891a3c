import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../bundle.config.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what several files of tests read; it is gone after all of them. */
    readonly common: string;
  }
}

/** Before the tests: bundles what they run, so that they test what ships. */
export default async function setUp(project: TestProject): Promise<() => void> {
  await build();
  const common = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-")));
  project.provide("common", common);
  return () => rmSync(common, { recursive: true, force: true });
}
