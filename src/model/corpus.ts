import type { WorkspaceShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import type { Register } from "./register.ts";
import type { Framework, Qualification, Specification, Unit } from "./types.ts";

/** The specifications of one workspace that are looked at together: those asked for, and what they use. */
export interface Corpus {
  readonly qualifications: readonly Qualification[];
  /** Every unit, whether it stands in a file of its own or in its qualification's. */
  readonly units: readonly Unit[];
  readonly frameworks: readonly Framework[];
  /** What an id of the workspace names: `broken` where the file has findings of its own. */
  readonly find: (id: string) => Specification | "broken" | null;
  /** Every id that was met, for suggestions. */
  readonly knownIds: readonly string[];
  /** A file that would be found under an id if it had another name, and what to do; asked where nothing has the id. */
  readonly misnamed: (id: string) => string | null;
  /** Whether nothing of the workspace is left out, so that what is not here is nowhere. */
  readonly isWhole: boolean;
  readonly config: WorkspaceShape;
  readonly workspaceSpec: SpecFile | null;
  /** The export of the Register that the user gave, or null. */
  readonly register: Register | null;
}
