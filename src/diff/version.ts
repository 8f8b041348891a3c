import type { Touched } from "./change.ts";

/** What a change of each class asks of the version. */
const steps: Readonly<Record<Touched, "whole" | "part">> = {
  learners: "whole",
  certification: "whole",
  assessors: "part",
  editorial: "part",
};

/** Where the version of now stands. */
export type VersionState = "enough" | "unchanged" | "too-low" | "missing";

export interface VersionAdvice {
  readonly before: string | null;
  readonly after: string | null;
  /** null where nothing has changed, and where no version was stated. */
  readonly recommended: string | null;
  /** null where nothing is recommended. */
  readonly state: VersionState | null;
}

/** The version that changes ask for, and whether the one that is stated is as high as that. */
export function adviseVersion(before: string | null, after: string | null, most: Touched | null): VersionAdvice {
  if (most === null || before === null) return { before, after, recommended: null, state: null };
  const recommended = nextVersion(before, steps[most]);
  return { before, after, recommended, state: stateOf(before, after, recommended) };
}

/** 1.2 becomes 2.0 or 1.3; 1 becomes 2 or 1.1. */
export function nextVersion(version: string, step: "whole" | "part"): string {
  const [whole = 0, part = null] = version.split(".").map(Number);
  if (step === "part") return `${whole}.${(part ?? 0) + 1}`;
  return part === null ? String(whole + 1) : `${whole + 1}.0`;
}

function stateOf(before: string, after: string | null, recommended: string): VersionState {
  if (after === null) return "missing";
  if (compareVersions(after, before) === 0) return "unchanged";
  return compareVersions(after, recommended) < 0 ? "too-low" : "enough";
}

/** 1.10 is later than 1.9. */
function compareVersions(a: string, b: string): number {
  const [one = [], other = []] = [a, b].map((version) => version.split(".").map(Number));
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}
