import type { Io } from "../cli/io.ts";
import { resolvePath } from "../files/paths.ts";
import { belowRepository } from "../files/repository.ts";
import { fixable } from "../fixes/choose-fixes.ts";
import { type Report, summarise } from "../reporters/report.ts";
import type { Checked } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { type FailOptions, verdictOf } from "./fail-level.ts";

/** What reporters need of a check, and whether it fails. */
export function reportOf(
  io: Io,
  checked: Checked,
  options: FailOptions & { readonly waivers?: boolean },
  version: string,
): { readonly report: Report; readonly isFailed: boolean } {
  const summary = summarise(checked.findings, checked.files);
  const { isFailed, why } = verdictOf(options, summary);
  const report = {
    version,
    error: checked.isWorkspaceBroken ? brokenWorkspace : null,
    summary,
    findings: checked.findings,
    paths: checked.paths,
    below: belowRepository(io.cwd),
    waived: checked.waived,
    verdict: why,
    failsFrom: options.failOn ?? "error",
    ...(options.waivers === true ? { waivers: checked.waivers } : {}),
    mendable: mendable(checked, io.cwd),
    unread: checked.workspaces.reduce((sum, { broken }) => sum + broken.length, 0),
  };
  return { report, isFailed };
}

/** How many findings `--fix` could answer. */
function mendable({ findings, targets }: Checked, cwd: string): number {
  const asked = new Set(targets.filter(({ isStdin }) => !isStdin).map(({ path }) => path));
  return fixable(findings, (path) => asked.has(resolvePath(path, cwd))).length;
}
