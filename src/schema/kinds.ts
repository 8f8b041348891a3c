/** The kinds of specification that a file can hold; the workspace file and that of a brand have no `kind`. */
export const specificationKinds = ["qualification", "unit", "framework"] as const;

export type SpecificationKind = (typeof specificationKinds)[number];
export type FileKind = SpecificationKind | "workspace" | "brand";

/** What ajv reports of one keyword that failed (the part that messages are made from). */
export interface ShapeError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key that is wrong itself, and not its value. */
  readonly propertyName?: string;
}

export interface Validator {
  (data: unknown): boolean;
  errors?: ShapeError[] | null;
}

/** The compiled validator of a kind, loaded when first needed. */
export async function loadValidator(kind: FileKind): Promise<Validator> {
  switch (kind) {
    case "qualification":
      return (await import("../generated/validate-qualification.js")).default as Validator;
    case "unit":
      return (await import("../generated/validate-unit.js")).default as Validator;
    case "framework":
      return (await import("../generated/validate-framework.js")).default as Validator;
    case "workspace":
      return (await import("../generated/validate-workspace.js")).default as Validator;
    case "brand":
      return (await import("../generated/validate-brand.js")).default as Validator;
  }
}
