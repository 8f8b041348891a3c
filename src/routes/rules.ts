import type { RouteBounds, Structure } from "./structure.ts";

/** One demand that the author made, such that each can be left out to see what it does. */
export type RouteRule =
  | { readonly kind: "all"; readonly group: number; readonly at: string }
  | (BoundRule & { readonly kind: "bound" })
  | { readonly kind: "barred"; readonly set: readonly string[]; readonly at: string }
  | { readonly kind: "equivalent"; readonly set: readonly string[]; readonly at: string }
  | { readonly kind: "corequisite"; readonly set: readonly string[]; readonly at: string }
  | { readonly kind: "prerequisite"; readonly unit: string; readonly needs: string; readonly at: string }
  /** Not the author's: a learner has chosen the unit, or somebody asks what there is without it. */
  | { readonly kind: "taken" | "left"; readonly unit: string; readonly at: string };

/** One side of one bound of a group or a constraint. */
export interface BoundRule {
  readonly of: "group" | "constraint";
  readonly index: number;
  readonly measure: "credit" | "units";
  readonly side: "min" | "max";
  readonly limit: number;
  /** JSON Pointer below `rulesOfCombination`. */
  readonly at: string;
}

/** Every demand of a structure, in file order. */
export function rulesOf(structure: Structure): readonly RouteRule[] {
  const { groups, constraints, barred, equivalent, corequisites, prerequisites } = structure;
  return [
    ...groups.flatMap((group, index): RouteRule[] => [
      ...(group.all ? [{ kind: "all" as const, group: index, at: `/groups/${index}/require` }] : []),
      ...boundsOf("group", index, "credit", group.credit, `/groups/${index}/require`),
      ...boundsOf("group", index, "units", group.units, `/groups/${index}/require`),
    ]),
    ...constraints.flatMap((constraint, index) => [
      ...boundsOf("constraint", index, "credit", constraint.credit, `/constraints/${index}`),
      ...boundsOf("constraint", index, "units", constraint.units, `/constraints/${index}`),
    ]),
    ...barred.map((set, index) => ({ kind: "barred" as const, set, at: `/barred/${index}` })),
    ...equivalent.map((set, index) => ({ kind: "equivalent" as const, set, at: `/equivalent/${index}` })),
    ...Object.entries(prerequisites).flatMap(([unit, needed]) =>
      needed.map((needs, index) => ({
        kind: "prerequisite" as const,
        unit,
        needs,
        at: `/prerequisites/${unit}/${index}`,
      })),
    ),
    ...corequisites.map((set, index) => ({ kind: "corequisite" as const, set, at: `/corequisites/${index}` })),
  ];
}

function boundsOf(
  of: BoundRule["of"],
  index: number,
  measure: BoundRule["measure"],
  bounds: RouteBounds | null,
  at: string,
): readonly RouteRule[] {
  return (["min", "max"] as const).flatMap((side) => {
    const limit = bounds?.[side];
    return limit === undefined
      ? []
      : [{ kind: "bound" as const, of, index, measure, side, limit, at: `${at}/${measure}/${side}` }];
  });
}
