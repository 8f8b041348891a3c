import type { Words } from "../words/words.ts";
import { type Change, type Touched, touchedClasses } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { type Codes, type Described, describeAll } from "./describe.ts";
import { groupBy } from "./group-by.ts";
import type { Task } from "./tasks.ts";

/** A comparison as people read it: what it comes to first, then everything, qualification by qualification and unit by unit. */
export interface Overview {
  /** Of each class that there are changes of, how many. */
  readonly counts: readonly {
    readonly class: Touched;
    readonly name: string;
    readonly means: string;
    readonly count: number;
  }[];
  readonly versions: readonly string[];
  readonly tasks: readonly TaskInWords[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly kind: "qualification" | "unit" | "framework";
  readonly heading: string;
  /** The qualifications that share a unit; null where it is in one, or in none. */
  readonly shared: string | null;
  readonly changes: readonly Described[];
}

/** A sentence around what it is about: ids, keys, codes or versions. */
export interface TaskInWords {
  readonly before: string;
  readonly about: readonly string[];
  readonly after: string;
}

export function wholeTask({ before, about, after }: TaskInWords): string {
  return `${before}${about.join(", ")}${after}`;
}

export function overviewOf(comparison: Comparison, words: Words): Overview {
  const { changes, qualifications, tasks, names } = comparison;
  return {
    counts: touchedClasses.flatMap((touched) => {
      const count = changes.filter((one) => one.class === touched).length;
      const means = words(`diff.means.${touched}`);
      return count === 0 ? [] : [{ class: touched, name: words(`diff.class.${touched}`), means, count }];
    }),
    versions: qualifications.map(({ after: { title }, version }) => {
      const { before, after, recommended, state } = version;
      return words(`diff.version.${state ?? "none"}`, {
        title,
        before: before ?? "",
        after: after ?? "",
        recommended: recommended ?? "",
      });
    }),
    tasks: tasks.map((task) => taskWords(task, names.codes, words)),
    sections: sectionsOf(comparison, words),
  };
}

function taskWords({ id, about }: Task, codes: Codes, words: Words): TaskInWords {
  // What is to be written into files goes by ids and keys.
  const named = id === "retire" ? about : about.map((one) => codes.get(one) ?? one);
  const place = "\0";
  const [before = "", after = ""] = words(`diff.task.${id}`, { about: place }).split(place);
  return { before, about: named, after };
}

/** Changes stand in the order of what they are in: what is in the same thing stands together. */
export function sectionsOf(
  { changes, names }: Pick<Comparison, "changes" | "names">,
  words: Words,
): readonly Section[] {
  return [...groupBy(changes, placeOf)].map(([place, own]) => {
    const [kind, id = ""] = place.split(" ") as [Section["kind"], string];
    const [first] = own;
    const users = kind === "unit" ? (first?.qualifications ?? []) : [];
    return {
      kind,
      heading: words(`diff.${kind}`, { id: names.codes.get(id) ?? id, title: names.titles.get(id) ?? id }),
      shared: users.length < 2 ? null : words("diff.shared", { qualifications: users.join(", ") }),
      changes: describeAll(own, names.codes, words),
    };
  });
}

function placeOf({ of, unit, qualifications, key }: Change): string {
  if (unit !== null) return `unit ${unit}`;
  return of === "framework" || of === "entry" ? `framework ${key ?? ""}` : `qualification ${qualifications[0] ?? ""}`;
}
