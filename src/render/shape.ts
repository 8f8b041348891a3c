/** What a view holds, as far as templates have to know: texts, lists and records of these, and what may be missing. */
export type Shape =
  | { readonly kind: "text" | "flag" | "unknown"; readonly mayBeMissing: boolean }
  | { readonly kind: "list"; readonly mayBeMissing: boolean; readonly item: Shape }
  | { readonly kind: "record"; readonly mayBeMissing: boolean; readonly fields: Readonly<Record<string, Shape>> };

/**
 * A shape as it is kept in a file: "text", "flag" or "unknown", a list as `[item]`, a record as its fields. What may be
 * missing has a question mark behind its name.
 */
export type WrittenShape = string | readonly [WrittenShape] | { readonly [field: string]: WrittenShape };

export const text: Shape = { kind: "text", mayBeMissing: false };

export function readShape(written: WrittenShape, mayBeMissing = false): Shape {
  if (typeof written === "string") {
    return { kind: written === "text" || written === "flag" ? written : "unknown", mayBeMissing };
  }
  if (isList(written)) return { kind: "list", mayBeMissing, item: readShape(written[0]) };
  const fields = Object.entries(written).map(([name, one]) => {
    const isOptional = name.endsWith("?");
    return [isOptional ? name.slice(0, -1) : name, readShape(one, isOptional)] as const;
  });
  return { kind: "record", mayBeMissing, fields: Object.fromEntries(fields) };
}

export function writeShape(shape: Shape): WrittenShape {
  if (shape.kind === "list") return [writeShape(shape.item)];
  if (shape.kind !== "record") return shape.kind;
  const names = Object.keys(shape.fields).sort();
  return Object.fromEntries(
    names.map((name) => {
      const field = shape.fields[name] ?? text;
      return [field.mayBeMissing ? `${name}?` : name, writeShape(field)];
    }),
  );
}

/** The shape of one value. */
export function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return { kind: "unknown", mayBeMissing: true };
  if (typeof value === "boolean") return { kind: "flag", mayBeMissing: false };
  if (Array.isArray(value)) {
    const items = value.map(shapeOf);
    return { kind: "list", mayBeMissing: false, item: items.reduce(mergeShapes, nothing) };
  }
  if (typeof value !== "object") return text;
  const fields = Object.entries(value).map(([name, one]) => [name, shapeOf(one)] as const);
  return { kind: "record", mayBeMissing: false, fields: Object.fromEntries(fields) };
}

const nothing: Shape = { kind: "unknown", mayBeMissing: false };

/** The shape of what is now one, now the other. */
export function mergeShapes(one: Shape, other: Shape): Shape {
  const mayBeMissing = one.mayBeMissing || other.mayBeMissing;
  if (one.kind === "unknown") return { ...other, mayBeMissing };
  if (other.kind === "unknown") return { ...one, mayBeMissing };
  if (one.kind === "list" && other.kind === "list") {
    return { kind: "list", mayBeMissing, item: mergeShapes(one.item, other.item) };
  }
  if (one.kind === "record" && other.kind === "record") {
    const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
    const fields = [...names].map((name) => {
      // A field that only one of the two has: a template may not rely on it.
      const merged = mergeShapes(one.fields[name] ?? missing, other.fields[name] ?? missing);
      return [name, merged] as const;
    });
    return { kind: "record", mayBeMissing, fields: Object.fromEntries(fields) };
  }
  return { ...one, mayBeMissing };
}

/** The shape with what it says nothing of taken from another: what one paper never has may stand in a template that several share. */
export function fillShape(shape: Shape, other: Shape | undefined): Shape {
  if (other === undefined) return shape;
  if (shape.kind === "unknown") return { ...other, mayBeMissing: shape.mayBeMissing };
  if (shape.kind === "list")
    return { ...shape, item: fillShape(shape.item, other.kind === "list" ? other.item : undefined) };
  if (shape.kind !== "record" || other.kind !== "record") return shape;
  const fields = Object.entries(shape.fields).map(([name, one]) => [name, fillShape(one, other.fields[name])] as const);
  return { ...shape, fields: Object.fromEntries(fields) };
}

const missing: Shape = { kind: "unknown", mayBeMissing: true };

function isList(written: WrittenShape): written is readonly [WrittenShape] {
  return Array.isArray(written);
}
