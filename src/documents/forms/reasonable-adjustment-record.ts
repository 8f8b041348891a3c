import { defineForm } from "./define-form.ts";

/** Why and how an assessment is adjusted for one learner, who agreed to it, and whether it works (Condition G6). */
export const reasonableAdjustmentRecord = defineForm({
  id: "reasonable-adjustment-record",
  audience: "assessor",
  orientation: "portrait",
  notes: 3,
  policy: "reasonableAdjustments",
  people: ["name", "number", "centre", "assessor"],
  sections: [
    {
      id: "need",
      fields: [
        { id: "barrier", lines: 5 },
        { id: "usual-way", lines: 4 },
        { id: "proof-of-need", lines: 3 },
      ],
    },
    {
      id: "adjustments",
      table: {
        rows: 4,
        columns: [
          { id: "adjustment", lines: 3, width: "wide" },
          { id: "assessments", lines: 3, width: "medium" },
          { id: "from", kind: "date" },
          { id: "to", kind: "date" },
        ],
      },
    },
    {
      id: "decision",
      fields: [
        { id: "same-demand", kind: "tick" },
        { id: "sharing", kind: "tick" },
        { id: "result", kind: "choice", options: ["agreed-here", "sent-on", "not-agreed"] },
        { id: "reasons", lines: 4 },
      ],
      signed: ["learner", "assessor", "approver"],
    },
    {
      id: "review",
      table: {
        rows: 3,
        columns: [
          { id: "date", kind: "date" },
          { id: "works", lines: 3, width: "wide" },
          { id: "changes", lines: 3, width: "medium" },
        ],
      },
    },
  ],
});
