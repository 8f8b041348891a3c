import { defineForm } from "./define-form.ts";

/** What an internal quality assurer means to look at, why, and when it was done. No share is set by a regulator: the risk decides. */
export const iqaSamplingPlan = defineForm({
  id: "iqa-sampling-plan",
  audience: "assessor",
  orientation: "landscape",
  program: "sampling-plan",
  notes: 4,
  people: ["centre", "iqa"],
  sections: [
    {
      id: "strategy",
      fields: [
        { id: "period" },
        { id: "strategy", lines: 3 },
        { id: "factor-learners", kind: "tick" },
        { id: "factor-assessors", kind: "tick" },
        { id: "factor-methods", kind: "tick" },
        { id: "factor-units", kind: "tick" },
        { id: "factor-records", kind: "tick" },
        { id: "factor-sites", kind: "tick" },
      ],
    },
    {
      id: "assessors",
      table: {
        rows: 4,
        columns: [
          { id: "assessor" },
          { id: "qualified", kind: "choice", options: ["yes", "working-towards"] },
          { id: "risk", kind: "choice", options: ["low", "medium", "high"] },
          { id: "reasons", lines: 2, width: "wide" },
        ],
      },
    },
    {
      id: "units",
      table: {
        rows: "units",
        columns: [
          { id: "assessor" },
          { id: "learners" },
          { id: "sampled-by" },
          { id: "stage", kind: "choice", options: ["interim", "summative"] },
          { id: "planned", kind: "date" },
          { id: "done", kind: "date" },
        ],
      },
    },
    { id: "left-out", fields: [{ id: "not-sampled", lines: 4 }], signed: ["iqa"] },
  ],
});
