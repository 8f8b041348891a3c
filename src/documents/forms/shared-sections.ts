import type { Section } from "./define-form.ts";

/** Which criteria a record speaks of: never a whole unit at once, so that every one of them was thought of. */
export const criteriaCovered: Section = {
  id: "criteria",
  table: { rows: "units", columns: [{ id: "criteria", width: "wide" }] },
};
