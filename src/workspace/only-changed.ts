import { resolve } from "node:path";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Applied } from "../waivers/apply-waivers.ts";
import type { Changes } from "./open-changes.ts";
import type { ReadFile } from "./read-file.ts";
import type { Workspace } from "./workspace.ts";

/** The files that a check reports on: all, or those that changes concern. */
export async function selectFiles(files: readonly ReadFile[], workspace: Workspace, changes: Changes | null) {
  if (changes === null) return files;
  const { selectChanged } = await import("./select-changed.ts");
  return selectChanged(files, changes, workspace);
}

/** What stands in those files, and what elsewhere disagrees with a changed one. */
export function onlyIn(all: Applied, files: readonly ReadFile[], { paths }: Changes, cwd: string): Applied {
  const selected = new Set([...paths, ...files.map(({ path }) => path)]);
  const pathOf = ({ file }: Place) => resolve(cwd, file.path);
  return {
    findings: all.findings.filter(
      ({ place, related }) => selected.has(pathOf(place)) || related.some((other) => paths.has(pathOf(other.place))),
    ),
    waived: all.waived.filter(({ finding }) => selected.has(pathOf(finding.place))),
    waivers: all.waivers.filter(({ waiver }) => selected.has(pathOf(waiver.place))),
  };
}
