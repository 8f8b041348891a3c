import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import { removeItem } from "../source/edits/rewrite.ts";
import { fromPointer, type Path, type SpecFile } from "../source/spec-file.ts";
import { code, countOf } from "../text/words.ts";
import { expectedWords } from "./expected.ts";
import { explainKeys } from "./explain-keys.ts";
import { explainValue } from "./explain-value.ts";
import type { FileKind, ShapeError } from "./kinds.ts";
import { reduceErrors } from "./reduce-errors.ts";
import { schemasAt } from "./schema-at.ts";
import { type ShapeCase, shapeFinding, valueAtPath } from "./shape-case.ts";

/** The findings for what ajv reported, one for each defect. */
export function explainErrors(spec: SpecFile, kind: FileKind, errors: readonly ShapeError[]): readonly Diagnostic[] {
  const one: ShapeCase = { spec, kind };
  const reduced = reduceErrors(errors);
  const aboutKeys = reduced.filter(({ keyword }) => keyword === "required" || keyword === "additionalProperties");
  const outdented = new Set(aboutKeys.flatMap((error) => keyAboveText(spec, error) ?? []));
  const aboutValues = reduced.filter((error) => !aboutKeys.includes(error) && !outdented.has(error.instancePath));
  const keys = explainKeys(one, aboutKeys);
  if (keys.some(({ rule }) => rule === "unknown-kind")) return keys;
  const lists = listsOfOthers(one, aboutValues);
  const single = aboutValues.filter((error) => !lists.has(parentOf(error.instancePath)));
  return [
    ...keys,
    ...[...lists].map((pointer) => explainList(one, fromPointer(pointer))),
    ...single.map((error) => explainOther(one, error)),
  ];
}

/** The lists of several texts or numbers where each item should be something else: one slip, not one for each item. */
function listsOfOthers({ spec }: ShapeCase, errors: readonly ShapeError[]): ReadonlySet<string> {
  const parents = new Set(errors.map((error) => parentOf(error.instancePath)));
  return new Set(
    [...parents].filter((pointer) => {
      const list = valueAtPath(spec.data, fromPointer(pointer));
      if (!Array.isArray(list) || list.length < 2) return false;
      const wrong = errors.filter(
        ({ keyword, instancePath }) => keyword === "type" && parentOf(instancePath) === pointer,
      );
      // Numbers among texts lack their quotes, each of them.
      const isNumbers = typeof list[0] === "number" && wrong.every(({ params }) => params["type"] !== "string");
      return wrong.length === list.length && list.every((item) => typeof item === (isNumbers ? "number" : "string"));
    }),
  );
}

function explainList(one: ShapeCase, path: Path): Diagnostic {
  const items = schemasAt(one.kind, [...path, 0]);
  const how = items.some(({ schema }) => schema.type === "array")
    ? "put brackets around those that belong together"
    : "write each in that way";
  const sort = typeof (valueAtPath(one.spec.data, [...path, 0]) ?? "") === "string" ? "texts" : "numbers";
  const message = `Unexpected list of ${sort}, expected ${expectedWords(items)} for each item; ${how}`;
  return shapeFinding("wrong-type", message, one.spec.valueAt(path));
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

/** The key whose text stands no deeper than itself, so that it is empty and the text is read as a key. */
export function keyAboveText(
  spec: SpecFile,
  { instancePath, params }: Pick<ShapeError, "instancePath" | "params">,
): string | null {
  const key = params["additionalProperty"];
  if (typeof key !== "string" || !/\s/u.test(key)) return null;
  const keys = Object.entries(valueAtPath(spec.data, fromPointer(instancePath)) ?? {});
  const above = keys[keys.findIndex(([name]) => name === key) - 1];
  return above?.[1] === "" ? `${instancePath}/${above[0]}` : null;
}

function explainOther(one: ShapeCase, error: ShapeError): Diagnostic {
  const path = fromPointer(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case "uniqueItems": {
      const [first, second] = [Number(params["i"]), Number(params["j"])].sort((a, b) => a - b);
      const place = one.spec.valueAt([...path, second ?? 0]);
      const written = one.spec.writtenAt([...path, second ?? 0]) ?? "item";
      const related = [{ message: "first here", place: one.spec.valueAt([...path, first ?? 0]) }];
      return shapeFinding(
        "repeated-item",
        `Unexpected second ${code(written)} in one list, expected each item once; remove one of the two`,
        place,
        related,
        fixOf("Remove the second of the two", removeItem(one.spec, [...path, second ?? 0])),
      );
    }
    case "minItems": {
      const items = countOf((valueAtPath(one.spec.data, path) as readonly unknown[]).length, "item");
      const message = `Unexpected list of ${items}, expected at least ${params["limit"]}; add what is missing, or remove the key`;
      return shapeFinding("out-of-range", message, one.spec.valueAt(path));
    }
    case "maxItems": {
      const limit = Number(params["limit"]);
      const message = `Unexpected item ${limit + 1} of the list, expected at most ${limit}; remove what is too much`;
      return shapeFinding("out-of-range", message, one.spec.valueAt([...path, limit]));
    }
    case "minProperties": {
      const message = `Unexpected ${code("{}")}, expected ${expectedWords(schemasAt(one.kind, path))}; write one, or remove the key`;
      return shapeFinding("out-of-range", message, one.spec.valueAt(path));
    }
    default:
      return explainValue(one, path, error);
  }
}
