import { defineFormat } from "./define-format.ts";

/** A Word document that people type into; what writes it is loaded only where one is asked for. */
export const docx = defineFormat({
  id: "docx",
  isUsual: false,
  encode: async (page) => (await import("./docx/package.ts")).encodePackage(page),
});
