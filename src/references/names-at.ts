import type { FileKind } from "../schema/kinds.ts";
import type { Path } from "../source/spec-file.ts";
import { meaningAt } from "./meaning.ts";
import type { Name } from "./mention.ts";

/** A key, or a text, that stands somewhere in a file. */
export interface Written {
  readonly path: Path;
  readonly part: "key" | "scalar";
  readonly value: string;
}

/** A name as it is written there. */
export interface WrittenName extends Name {
  readonly isDefinition: boolean;
  /** Whether an entry is meant that takes the place of another: it may stand in the next version of its framework. */
  readonly isSuccessor: boolean;
  /** Where in the text that is written there it begins: `dl1#job-duties` holds two. */
  readonly from: number;
}

/** The names that a key or a text of a file holds. @param idOf what the specification at a path of the file calls itself */
export function namesAt(
  kind: FileKind,
  { path, part, value }: Written,
  idOf: (path: Path) => string,
): readonly WrittenName[] {
  const meaning = meaningAt(kind, path, part);
  if (meaning === null) return [];
  const isDefinition = "isDefinition" in meaning && meaning.isDefinition;
  const whole = { id: value, within: null, isDefinition, isSuccessor: false, from: 0 };
  switch (meaning.of) {
    case "place":
      return inPlace(value);
    case "framework":
      return value === "none" ? [] : [{ ...whole, of: "framework" }];
    case "entry":
      return [{ ...whole, of: "entry", within: meaning.framework ?? idOf([]), isSuccessor: meaning.isSuccessor }];
    case "part":
      return [{ ...whole, of: "part", within: idOf(path[0] === "units" ? path.slice(0, 2) : []) }];
    case "group":
    case "pathway":
      return [{ ...whole, of: meaning.of, within: idOf([]) }];
    default:
      return [{ ...whole, of: meaning.of }];
  }
}

/** `dl1` or `dl1#job-duties`; what stands behind a slash is a number. */
function inPlace(value: string): readonly WrittenName[] {
  const [, id = "", mark = "", key = ""] = /^([^#/]+)([#/]?)(.*)$/su.exec(value) ?? [];
  if (id === "") return [];
  const use = { isDefinition: false, isSuccessor: false };
  const whole: WrittenName = { ...use, of: "specification", id, within: null, from: 0 };
  if (mark !== "#" || key === "") return [whole];
  return [whole, { ...use, of: "part", id: key, within: id, from: id.length + 1 }];
}
