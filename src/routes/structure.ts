/** What the rules of combination are about, free of files and papers: the solver also runs inside a page. */
export interface Structure {
  /** In file order, each once. */
  readonly units: readonly RouteUnit[];
  readonly groups: readonly RouteGroup[];
  readonly constraints: readonly RouteConstraint[];
  readonly barred: readonly (readonly string[])[];
  readonly equivalent: readonly (readonly string[])[];
  /** The units that a unit needs, achieved before it. */
  readonly prerequisites: Readonly<Record<string, readonly string[]>>;
  readonly corequisites: readonly (readonly string[])[];
  readonly pathways: readonly RoutePathway[];
}

export interface RouteUnit {
  readonly id: string;
  /** null where the figure is left out: it counts 0 in constraints. */
  readonly credit: number | null;
  /** Hours. */
  readonly guidedLearningHours: number | null;
  /** Hours. */
  readonly totalUnitTime: number | null;
  /** The rank of the level: 1 to 8, entry levels below 1; null where it is left out. */
  readonly level: number | null;
}

export interface RouteBounds {
  readonly min?: number;
  readonly max?: number;
}

export interface RouteGroup {
  readonly id: string;
  /** Every unit is asked for. */
  readonly all: boolean;
  readonly credit: RouteBounds | null;
  readonly units: RouteBounds | null;
  readonly members: readonly string[];
}

export interface RouteConstraint {
  readonly credit: RouteBounds | null;
  readonly units: RouteBounds | null;
  /** Ranks, both inclusive. */
  readonly atLevel: RouteBounds | null;
  readonly groups: readonly string[] | null;
  readonly from: readonly string[] | null;
  readonly pathway: string | null;
}

export interface RoutePathway {
  readonly id: string;
  readonly groups: readonly string[];
}

/** The figures of a route, each the sum over its units. */
export const figures = ["credit", "guidedLearningHours", "totalUnitTime"] as const;

export type Figure = (typeof figures)[number];
