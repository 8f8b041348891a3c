import { defineFormat } from "./define-format.ts";

/** A file to print and to read on any screen; what writes it is loaded only where one is asked for. */
export const pdf = defineFormat({
  id: "pdf",
  isUsual: false,
  encode: async (page, onMissing) => (await import("./pdf/encode.ts")).encodePdf(page, onMissing),
});
