import type { Change, Touched } from "./change.ts";

/** What has to be done once more because of changes, in the order in which it is told. */
export const taskIds = [
  "retire",
  "version",
  "learners",
  "routes",
  "papers",
  "brief",
  "standardise",
  "renumber",
  "register",
  "certificates",
  "mappings",
  "keys",
] as const;

export type TaskId = (typeof taskIds)[number];

export interface Task {
  readonly id: TaskId;
  /** What it is about: ids of units or qualifications, keys, or versions; may be none. */
  readonly about: readonly string[];
}

/** Of what a paper for learners and assessors prints. */
const printed = ["outcome", "criterion"];
/** What assessors have to see alike. */
const judged = [
  "text",
  "range",
  "evidence",
  "methods",
  "observation",
  "simulation",
  "exception",
  "grade",
  "kind",
  "requirements",
];
/** What stands on a certificate. */
const certified = ["title", "level", "credit", "number", "organisation", "grading", "reference", "ownerReference"];

/** What the regulator's register holds of a qualification, though learners feel a change of it more. */
const registered = ["status", "operationalEnd", "certificationEnd", "grading", "methods", "languages"];

/** What is known beside the changes themselves. */
interface Beside {
  /** Keys and ids that nobody uses any more. */
  readonly retire: readonly string[];
  readonly versions: readonly string[];
  /** The units that are mapped to a framework, or were. */
  readonly mapped: ReadonlySet<string>;
}

const nothing: Beside = { retire: [], versions: [], mapped: new Set() };

/** What each change asks for: each task once, with everything that it is about. */
export function tasksOf(changes: readonly Change[], { retire, versions, mapped }: Beside = nothing): readonly Task[] {
  const isAt = (...touched: readonly Touched[]) => changes.filter((one) => touched.includes(one.class));
  const found: Readonly<Record<TaskId, readonly string[] | null>> = {
    retire: some(retire),
    version: some(versions),
    learners: some(subjectsOf(isAt("learners"))),
    routes: some(
      changes
        .filter(({ of, change }) => of === "route" && change === "removed")
        .flatMap(({ qualifications }) => qualifications),
    ),
    papers: some(subjectsOf(changes.filter(isPrinted))),
    brief: some(subjectsOf(isAt("learners", "assessors").filter(({ of }) => of !== "route"))),
    standardise: some(
      unitsOf(
        changes.filter((one) => one.class !== "editorial" && (judged.includes(one.aspect) || isNewCriterion(one))),
      ),
    ),
    renumber: some(unitsOf(changes.filter(({ change }) => change === "renumbered" || change === "moved"))),
    register: some(
      changes
        .filter(
          (one) => one.class === "certification" || (one.of === "qualification" && registered.includes(one.aspect)),
        )
        .flatMap(({ qualifications }) => qualifications),
    ),
    certificates: some(
      changes
        .filter(({ of, aspect }) => (of === "qualification" || of === "unit") && certified.includes(aspect))
        .flatMap(({ of, unit, qualifications }) => (of === "unit" && unit !== null ? [unit] : qualifications)),
    ),
    mappings: some(changes.filter((one) => isMapped(one, mapped)).flatMap(({ unit, key }) => unit ?? key ?? [])),
    keys: some(subjectsOf(changes.filter(isFeltBySaved))),
  };
  return taskIds.flatMap((id) => {
    const about = found[id];
    return about === null ? [] : [{ id, about }];
  });
}

/** Whether work that is saved already has to be put under another name, or another number. */
function isFeltBySaved({ of, aspect, before, change, key, class: touched }: Change): boolean {
  if (aspect === "id" || aspect === "keys" || (aspect === "key" && of === "criterion")) return before !== null;
  return of === "criterion" && key === null && touched === "learners" && change === "renumbered";
}

function isNewCriterion({ of, change }: Change): boolean {
  return of === "criterion" && (change === "added" || change === "moved");
}

function isPrinted(change: Change): boolean {
  return printed.includes(change.of) || (change.of === "unit" && change.aspect !== "keys") || change.of === "group";
}

/** Where a criterion says something else, or is gone, what it was mapped to may no longer fit. */
function isMapped({ of, change, aspect, class: touched, unit }: Change, mapped: ReadonlySet<string>): boolean {
  if (of === "framework" || of === "entry") return true;
  if (aspect === "maps") return true;
  if (unit === null || !mapped.has(unit)) return false;
  return (
    of === "criterion" && touched !== "editorial" && (aspect === "text" || change === "added" || change === "removed")
  );
}

function unitsOf(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ unit }) => unit ?? []);
}

/** The units that changes are in; for what is in none, the qualifications. */
function subjectsOf(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ unit, qualifications }) => (unit === null ? qualifications : [unit]));
}

/** Each once; null where there are none. */
function some(all: readonly string[]): readonly string[] | null {
  return all.length === 0 ? null : [...new Set(all)];
}
