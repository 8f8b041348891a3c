import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Specification } from "../model/types.ts";
import type { WorkspaceShape } from "../schema/shapes.ts";
import type { Checked } from "../workspace/check.ts";
import type { Placing } from "./findings.ts";
import type { KnownFile } from "./known-file.ts";

/** What can be seen from a document: the files that are looked at together with it, and what came of the last check. */
export interface Lookout {
  /** The folder that paths in findings start from. */
  readonly root: string;
  /** As they stand now; what was typed since the last check is in them, and not in `checked`. */
  readonly files: readonly KnownFile[];
  readonly checked: Checked | null;
  /** Every specification by its id in small letters, as it was when its file was last sound. */
  readonly models: ReadonlyMap<string, Specification>;
  /** By path. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly placing: Placing;
  /** false where another server looks after the shape of files. */
  readonly hasShape: boolean;
  /** The version of a file that is open, null of any other. */
  readonly versionOf: (path: string) => number | null;
  /** Checks everything, with these texts in place of what the files say. */
  readonly look: (texts: ReadonlyMap<string, string>) => Promise<Checked>;
}

/** The settings of the folder, as they were when it was last checked. */
export function configOf({ checked }: Lookout): WorkspaceShape {
  return checked?.workspaces[0]?.workspace.config ?? {};
}
