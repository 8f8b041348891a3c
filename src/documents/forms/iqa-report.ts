import { defineForm } from "./define-form.ts";

/** What an internal quality assurer found in one sample, and what follows from it. */
export const iqaReport = defineForm({
  id: "iqa-report",
  audience: "assessor",
  orientation: "portrait",
  notes: 3,
  people: ["centre", "iqa", "assessor"],
  sections: [
    {
      id: "sample",
      fields: [
        { id: "date", kind: "date" },
        { id: "stage", kind: "choice", options: ["interim", "summative"] },
        { id: "learners" },
        { id: "looked-at-portfolio", kind: "tick" },
        { id: "looked-at-assessment", kind: "tick" },
        { id: "looked-at-learner", kind: "tick" },
        { id: "looked-at-assessor", kind: "tick" },
        { id: "looked-at-records", kind: "tick" },
      ],
    },
    { id: "units", table: { rows: "units", columns: [{ id: "criteria", width: "wide" }] } },
    {
      id: "findings",
      table: {
        rows: [
          "evidence",
          "decisions",
          "rules",
          "records",
          "own-work",
          "feedback",
          "fairness",
          "prior-learning",
          "people",
        ],
        columns: [
          { id: "found", kind: "choice", options: ["yes", "no", "not-seen"] },
          { id: "comment", lines: 2, width: "wide" },
        ],
      },
    },
    {
      id: "outcome",
      fields: [
        { id: "result", kind: "choice", options: ["confirmed", "confirmed-with-actions", "not-confirmed"] },
        { id: "good-practice", lines: 3 },
        { id: "assessor-feedback", lines: 5 },
      ],
    },
    {
      id: "actions",
      table: {
        rows: 3,
        columns: [
          { id: "action", lines: 2, width: "wide" },
          { id: "who" },
          { id: "due", kind: "date" },
          { id: "closed", kind: "date" },
        ],
      },
      signed: ["iqa", "assessor"],
    },
  ],
});
