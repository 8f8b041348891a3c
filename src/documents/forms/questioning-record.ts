import { defineForm } from "./define-form.ts";

/** Questions that an assessor asked, the answers, and what each of them shows. */
export const questioningRecord = defineForm({
  id: "questioning-record",
  audience: "assessor",
  orientation: "portrait",
  notes: 3,
  people: ["name", "number", "centre", "assessor"],
  sections: [
    {
      id: "occasion",
      fields: [
        { id: "date", kind: "date" },
        { id: "place" },
        { id: "how-asked", kind: "choice", options: ["oral", "written", "recorded"] },
        { id: "recording" },
      ],
    },
    {
      id: "questions",
      table: {
        rows: 5,
        columns: [
          { id: "question", lines: 3, width: "medium" },
          { id: "answer", lines: 3, width: "wide" },
          { id: "criteria" },
          { id: "shown", kind: "choice", options: ["met", "not-yet"] },
        ],
      },
    },
    {
      id: "outcome",
      fields: [
        { id: "feedback", lines: 5 },
        { id: "next-steps", lines: 3 },
      ],
      signed: ["learner", "assessor", "iqa"],
    },
  ],
});
