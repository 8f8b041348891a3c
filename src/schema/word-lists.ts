import common from "../../schemas/common.schema.json" with { type: "json" };

/** The words that editors offer for the methods of a unit, an outcome or a criterion. */
export const evidenceMethods: readonly string[] = wordsOf(common.$defs.evidenceMethods.items);

/** The words that editors offer for where an observation takes place. */
export const evidenceSettings: readonly string[] = wordsOf(common.$defs.setting);

/** The listed words of an open list. */
function wordsOf(schema: { readonly anyOf: readonly { readonly enum?: readonly string[] }[] }): readonly string[] {
  return schema.anyOf.flatMap((branch) => branch.enum ?? []);
}
