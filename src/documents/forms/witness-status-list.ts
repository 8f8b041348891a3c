import { defineForm } from "./define-form.ts";

/** Who may give testimony about a learner, and whose signature is whose. */
export const witnessStatusList = defineForm({
  id: "witness-status-list",
  audience: "assessor",
  orientation: "landscape",
  notes: 3,
  people: ["name", "number", "centre", "assessor"],
  sections: [
    {
      id: "witnesses",
      table: {
        rows: 8,
        columns: [
          { id: "witness-name", width: "medium" },
          { id: "job-role" },
          { id: "relationship" },
          { id: "competence", lines: 2, width: "medium" },
          { id: "status", kind: "choice", options: ["expert", "other"] },
          { id: "specimen" },
          { id: "date", kind: "date" },
        ],
      },
    },
    { id: "checked", signed: ["assessor", "iqa"] },
  ],
});
