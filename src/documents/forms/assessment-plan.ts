import { defineForm } from "./define-form.ts";

/** What learner and assessor agree before an assessment, and how they look back on it. */
export const assessmentPlan = defineForm({
  id: "assessment-plan",
  audience: "assessor",
  orientation: "portrait",
  notes: 3,
  people: ["name", "number", "centre", "assessor"],
  sections: [
    {
      id: "plan",
      table: {
        rows: 6,
        columns: [
          { id: "criteria", width: "medium" },
          { id: "planned-activity", lines: 3, width: "wide" },
          { id: "place" },
          { id: "due", kind: "date" },
        ],
      },
    },
    {
      id: "agreed",
      fields: [
        { id: "needs", lines: 3 },
        { id: "understands-appeals", kind: "tick" },
        { id: "understands-own-work", kind: "tick" },
      ],
      signed: ["learner", "assessor"],
    },
    {
      id: "review",
      fields: [
        { id: "review-date", kind: "date" },
        { id: "progress", lines: 5 },
        { id: "learner-view", lines: 4 },
        { id: "feedback", lines: 6 },
        { id: "next-steps", lines: 4 },
      ],
      signed: ["learner", "assessor", "iqa"],
    },
  ],
});
