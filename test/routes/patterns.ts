import type { RouteBounds, RouteConstraint, RouteGroup, Structure } from "../../src/routes/structure.ts";

/** A shape that rules of combination take in practice, and what it comes to, worked out by hand. */
export interface Pattern {
  readonly name: string;
  readonly structure: Structure;
  readonly routes: bigint;
  /** Lowest and highest. */
  readonly credit: readonly [number, number];
  readonly hours?: readonly [number, number];
  readonly never?: readonly string[];
  readonly always?: readonly string[];
}

/** `credit/hours@level` of units named a, b, c ..., hours and level as wanted. */
function units(...sizes: readonly string[]): Structure["units"] {
  return sizes.map((size, index) => {
    const [figures = "", level = "3"] = size.split("@");
    const [credit = "0", hours = "10"] = figures.split("/");
    return {
      id: String.fromCharCode(97 + index),
      credit: Number(credit),
      guidedLearningHours: Number(hours),
      totalUnitTime: Number(credit) * 10,
      level: Number(level),
    };
  });
}

/** Members are letters: "abc". */
const group = (id: string, members: string, changes: Partial<RouteGroup> = {}): RouteGroup => ({
  id,
  all: false,
  credit: null,
  units: null,
  members: [...members],
  ...changes,
});
const all = (id: string, members: string) => group(id, members, { all: true });
const credit = (min?: number, max?: number) => ({ credit: bounds(min, max) });
const count = (min?: number, max?: number) => ({ units: bounds(min, max) });
const bounds = (min?: number, max?: number): RouteBounds => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
const rule = (changes: Partial<RouteConstraint>): RouteConstraint => ({
  credit: null,
  units: null,
  atLevel: null,
  groups: null,
  from: null,
  pathway: null,
  ...changes,
});
const structure = (changes: Pick<Structure, "units" | "groups"> & Partial<Structure>): Structure => ({
  constraints: [],
  barred: [],
  equivalent: [],
  prerequisites: {},
  corequisites: [],
  pathways: [],
  ...changes,
});

const letters = (count: number) => String.fromCharCode(...Array.from({ length: count }, (_, index) => 97 + index));
const repeat = (count: number, size: string) => Array.from({ length: count }, () => size);

export const patterns: readonly Pattern[] = [
  {
    name: "1 all mandatory",
    structure: structure({ units: units("2", "3", "4"), groups: [all("M", "abc")] }),
    routes: 1n,
    credit: [9, 9],
    always: ["a", "b", "c"],
  },
  {
    name: "2 mandatory units and a minimum of optional credit",
    // Of 2, 3 and 4: all but nothing, 2, 3 and 4 alone come to 5 or more.
    structure: structure({ units: units("6", "2", "3", "4"), groups: [all("M", "a"), group("O", "bcd", credit(5))] }),
    routes: 4n,
    credit: [11, 15],
    always: ["a"],
  },
  {
    name: "3 a floor at a level or above",
    // 4 at level 3 or above: c, or d, or both; with any of a and b.
    structure: structure({
      units: units("4@2", "4@2", "4@3", "4@4"),
      groups: [group("O", "abcd")],
      constraints: [rule({ ...credit(4), atLevel: { min: 3 } })],
    }),
    routes: 12n,
    credit: [4, 16],
  },
  {
    name: "3 a floor at exactly one level, an entry level below it",
    // Level 0 is Entry 3: c is the only unit at level 1.
    structure: structure({
      units: units("2@0", "3@-1", "4@1"),
      groups: [group("O", "abc")],
      constraints: [rule({ ...count(1), atLevel: { min: 1, max: 1 } })],
    }),
    routes: 4n,
    credit: [4, 9],
    always: ["c"],
  },
  {
    name: "4 groups with minima and maxima, and a floor",
    // B: b, c or both. C: at most one of d and e. At least 4 at level 3: a and b are at 2, so c (3) needs d or e (2 each).
    structure: structure({
      units: units("2@2", "3@2", "3@3", "2@3", "2@3"),
      groups: [all("A", "a"), group("B", "bc", credit(3)), group("C", "de", credit(undefined, 2))],
      constraints: [rule({ ...credit(4), atLevel: { min: 3 } })],
    }),
    routes: 4n,
    credit: [7, 10],
    always: ["a", "c"],
  },
  {
    name: "5 a minimum and a maximum on one group",
    // Of four units of 3: two or three.
    structure: structure({
      units: units(...repeat(4, "3"), "5"),
      groups: [group("B", "abcd", credit(6, 9)), group("C", "e", credit(5))],
    }),
    routes: 10n,
    credit: [11, 14],
    always: ["e"],
  },
  {
    name: "6 pathways with units of their own",
    // On P: a and b, and one or both of c and d. On Q: a, and exactly one of c, d and e.
    structure: structure({
      units: units("1", "2", "3", "4", "5"),
      groups: [all("M", "a"), group("O", "bcd"), group("R", "cde", count(1, 1))],
      constraints: [
        rule({ ...count(1), from: ["b"], pathway: "p" }),
        rule({ ...count(1), from: ["c", "d"], pathway: "p" }),
      ],
      pathways: [
        { id: "p", groups: ["M", "O"] },
        { id: "q", groups: ["M", "R"] },
      ],
    }),
    routes: 6n,
    credit: [4, 10],
    always: ["a"],
  },
  {
    name: "7 one from each group, hours vary",
    structure: structure({
      units: units("3/12", "3/15", "3/20", "3/10", "3/30"),
      groups: [all("A", "a"), group("B", "bc", count(1, 1)), group("C", "de", count(1, 1))],
    }),
    routes: 4n,
    credit: [9, 9],
    hours: [37, 62],
    always: ["a"],
  },
  {
    name: "8 a number of units, not credit",
    structure: structure({ units: units("0", "0", "0"), groups: [all("M", "a"), group("O", "bc", count(1))] }),
    routes: 3n,
    credit: [0, 0],
    always: ["a"],
  },
  {
    name: "9 one optional unit that carries enough credit by itself",
    // 59 and one of at least 14: d is too small, and never taken.
    structure: structure({
      units: units("59", "14", "19", "11"),
      groups: [all("M", "a"), group("O", "bcd", { ...credit(14), ...count(1, 1) })],
    }),
    routes: 2n,
    credit: [73, 78],
    never: ["d"],
    always: ["a"],
  },
  {
    name: "10 barred pairs",
    // Of four units any two or more, without a and b together or c and d together.
    structure: structure({
      units: units("2", "3", "4", "5"),
      groups: [group("O", "abcd", count(2))],
      barred: [
        ["a", "b"],
        ["c", "d"],
      ],
    }),
    routes: 4n,
    credit: [6, 8],
  },
  {
    name: "11 the larger of nested sizes: six core units and two of six options",
    structure: structure({
      units: units("4/20", "4/20", "3/15", "6/30", "6/30", "3/15", ...repeat(6, "6/30")),
      groups: [all("C", letters(6)), group("O", letters(12).slice(6), count(2, 2))],
    }),
    routes: 15n,
    credit: [38, 38],
    hours: [190, 190],
    always: [...letters(6)],
  },
  {
    name: "11 the smaller of nested sizes",
    structure: structure({
      units: units("4/20", "4/20", "3/15", "6/30", "6/30", "3/15"),
      groups: [all("C", letters(6))],
    }),
    routes: 1n,
    credit: [26, 26],
    hours: [130, 130],
    always: [...letters(6)],
  },
  {
    name: "12 a cap on units of one size",
    // Units of 3 may come to 6 at most: two of a, b and c at most; d and e as wanted; 9 in all at least.
    structure: structure({
      units: units("3", "3", "3", "6", "6"),
      groups: [group("O", "abcde")],
      constraints: [rule(credit(9)), rule({ ...credit(undefined, 6), from: ["a", "b", "c"] })],
    }),
    routes: 19n,
    credit: [9, 18],
  },
  {
    name: "13 no credit at all",
    structure: structure({ units: units("0/15", "0/20", "0/20"), groups: [all("M", "abc")] }),
    routes: 1n,
    credit: [0, 0],
    hours: [55, 55],
    always: ["a", "b", "c"],
  },
  {
    name: "14 a unit listed in two groups counts in one of them",
    // One from each of ab and bc: ab, ac, bc; b twice is no route.
    structure: structure({
      units: units("2", "3", "4"),
      groups: [group("B", "ab", count(1, 1)), group("C", "bc", count(1, 1))],
    }),
    routes: 3n,
    credit: [5, 7],
  },
  {
    name: "15 many pathways with one number",
    structure: structure({
      units: units("5", "1", "2", "3"),
      groups: [all("M", "a"), ...["b", "c", "d"].map((id) => all(id.toUpperCase(), id))],
      pathways: ["B", "C", "D"].map((id) => ({ id: id.toLowerCase(), groups: ["M", id] })),
    }),
    routes: 3n,
    credit: [6, 8],
    always: ["a"],
  },
  {
    name: "16 minima that fill the total",
    // 4 + 3 + 2 = 9: one of each group at least, and 9 exactly: the smallest of each.
    structure: structure({
      units: units("4", "3", "5", "2", "4"),
      groups: [all("M", "a"), group("B", "bc", credit(3)), group("C", "de", credit(2))],
      constraints: [rule(credit(9, 9))],
    }),
    routes: 1n,
    credit: [9, 9],
    never: ["c", "e"],
    always: ["a", "b", "d"],
  },
  {
    name: "17 a cap without a minimum",
    structure: structure({
      units: units("5", "2", "2", "4"),
      groups: [all("M", "a"), group("C", "bcd", credit(undefined, 4))],
    }),
    routes: 5n,
    credit: [5, 9],
    always: ["a"],
  },
  {
    name: "a cap and a minimum across groups",
    // B and C together between 4 and 6, from units of 2: two or three of four.
    structure: structure({
      units: units(...repeat(4, "2")),
      groups: [group("B", "ab"), group("C", "cd")],
      constraints: [rule({ ...credit(4, 6), groups: ["B", "C"] })],
    }),
    routes: 10n,
    credit: [4, 6],
  },
  {
    name: "equivalent, prerequisite and corequisite units",
    // b stands for a in the mandatory group; d needs c; e and f go together. 2 ways for a, 3 for c and d, 2 for e and f.
    structure: structure({
      units: units("1", "2", "1", "1", "1", "1"),
      groups: [all("M", "a"), group("O", "bcdef")],
      equivalent: [["a", "b"]],
      prerequisites: { d: ["c"] },
      corequisites: [["e", "f"]],
    }),
    routes: 12n,
    credit: [1, 6],
  },
  {
    name: "an example: fifteen mandatory units of 36 credits",
    structure: structure({
      units: units(...repeat(9, "2/18"), ...repeat(6, "3/21")),
      groups: [all("M", letters(15))],
    }),
    routes: 1n,
    credit: [36, 36],
    hours: [288, 288],
    always: [...letters(15)],
  },
  {
    name: "an example: knowledge and performance units in pairs",
    // Seven pairs of which at least three, and a final unit: 35 + 35 + 21 + 7 + 1 ways.
    structure: structure({
      units: units("5", ...repeat(14, "2")),
      groups: [all("F", "a"), group("P", letters(15).slice(1), count(6))],
      corequisites: Array.from({ length: 7 }, (_, index) => [
        letters(15)[1 + index] ?? "",
        letters(15)[8 + index] ?? "",
      ]),
    }),
    routes: 99n,
    credit: [17, 33],
    always: ["a"],
  },
  {
    name: "an example: two units of which one has another framework's size",
    structure: structure({ units: units("1/6", "1/12"), groups: [all("M", "ab")] }),
    routes: 1n,
    credit: [2, 2],
    hours: [18, 18],
    always: ["a", "b"],
  },
  {
    name: "an example: one title at five levels, taken once",
    structure: structure({
      units: units("1@-2", "2@-1", "3@0", "3@1", "4@2"),
      groups: [group("O", "abcde")],
      barred: [[..."abcde"]],
    }),
    routes: 5n,
    credit: [1, 4],
  },
];
