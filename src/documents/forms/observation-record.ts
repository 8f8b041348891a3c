import { defineForm } from "./define-form.ts";
import { criteriaCovered } from "./shared-sections.ts";

/** What an assessor saw a learner do. Whether the record is the decision too differs from house to house: it says which. */
export const observationRecord = defineForm({
  id: "observation-record",
  audience: "assessor",
  orientation: "portrait",
  notes: 3,
  people: ["name", "number", "centre", "assessor"],
  sections: [
    {
      id: "occasion",
      fields: [{ id: "date", kind: "date" }, { id: "start-and-end" }, { id: "place" }, { id: "consent", kind: "tick" }],
    },
    criteriaCovered,
    { id: "activity", fields: [{ id: "what-was-done", lines: 16 }] },
    {
      id: "questions",
      table: {
        rows: 3,
        columns: [
          { id: "question", lines: 2, width: "medium" },
          { id: "answer", lines: 3, width: "wide" },
          { id: "criteria" },
        ],
      },
    },
    {
      id: "outcome",
      fields: [
        { id: "feedback", lines: 5 },
        { id: "next-steps", lines: 3 },
        { id: "result", kind: "choice", options: ["criteria-met", "further-practice", "decided-elsewhere"] },
      ],
      signed: ["assessor", "learner", "iqa"],
    },
  ],
});
