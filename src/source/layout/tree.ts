/** A comment on lines of its own. */
export interface Remark {
  /** With its #. */
  readonly text: string;
  readonly isAfterBlank: boolean;
}

/** A comment at the end of a line. */
export interface Aside {
  /** With its #. */
  readonly text: string;
  /** How many spaces stand before it. */
  readonly gap: number;
}

/** One text, number or reference, as it is written. */
export interface Leaf {
  readonly type: "leaf";
  readonly anchor: string | null;
  readonly style: "plain" | "single" | "double" | "block" | "alias";
  /** What it says, where that is a text. */
  readonly text: string | null;
  /** Without indentation; of a block the mark comes first, such as `>-`. */
  readonly lines: readonly string[];
  /** Whether it begins on a line below its key. */
  readonly isBelow: boolean;
}

/** A map or a list, with the comments that are in it. */
export interface Branch {
  readonly type: "map" | "list";
  readonly anchor: string | null;
  /** Written between brackets. */
  readonly isFlow: boolean;
  readonly items: readonly Item[];
  /** The comments below the last of them. */
  readonly tail: readonly Remark[];
}

export type Value = Leaf | Branch;

/** A key with its value, or an item of a list. */
export interface Item {
  readonly leading: readonly Remark[];
  /** Whether an empty line stands right above it. */
  readonly isAfterBlank: boolean;
  /** null in a list. */
  readonly key: Leaf | null;
  /** null where nothing is written. */
  readonly value: Value | null;
  readonly aside: Aside | null;
}

/** Whether a comment stands anywhere in it. */
export function hasComments(value: Value): boolean {
  if (value.type === "leaf") return false;
  return (
    value.tail.length > 0 ||
    value.items.some(
      (one) => one.leading.length > 0 || one.aside !== null || (one.value !== null && hasComments(one.value)),
    )
  );
}
