import { defineForm } from "./define-form.ts";

/** Every piece of evidence in a portfolio once: what it is, what it is for and where it lies. */
export const evidenceLocationSheet = defineForm({
  id: "evidence-location-sheet",
  audience: "assessor",
  orientation: "landscape",
  notes: 3,
  people: ["name", "number", "centre", "assessor"],
  hasCodes: true,
  sections: [
    {
      id: "evidence",
      table: {
        rows: 20,
        columns: [
          { id: "reference" },
          { id: "description", width: "wide" },
          { id: "method" },
          { id: "criteria", width: "medium" },
          { id: "location" },
          { id: "date", kind: "date" },
          { id: "assessor-initials" },
        ],
      },
    },
    { id: "checked", signed: ["learner", "assessor", "iqa"] },
  ],
});
