import qualification from "../../schemas/qualification.schema.json" with { type: "json" };

const { type, sector } = qualification.properties;

/** Qualification types, as the Register names them. */
export const registerTypes: readonly string[] = listed(type);

/** Numbers of the sector subject areas. */
export const sectorSubjectAreas: readonly string[] = listed(sector);

/** Assessment methods, as the Register names them. */
export const registerMethods: readonly string[] = listed(qualification.$defs.assessment.properties.methods.items);

function listed(schema: { readonly anyOf: readonly { readonly enum?: readonly string[] }[] }): readonly string[] {
  return schema.anyOf.flatMap((branch) => branch.enum ?? []);
}
