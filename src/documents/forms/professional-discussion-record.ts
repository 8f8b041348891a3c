import { defineForm } from "./define-form.ts";
import { criteriaCovered } from "./shared-sections.ts";

/** A planned conversation about a learner's own practice, with what was said and where in the recording. */
export const professionalDiscussionRecord = defineForm({
  id: "professional-discussion-record",
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
        { id: "start-and-end" },
        { id: "recording" },
        { id: "purpose", lines: 3 },
      ],
    },
    criteriaCovered,
    {
      id: "discussion",
      table: {
        rows: 5,
        columns: [
          { id: "topic", lines: 3, width: "medium" },
          { id: "summary", lines: 4, width: "wide" },
          { id: "criteria" },
          { id: "timestamp" },
        ],
      },
    },
    {
      id: "outcome",
      fields: [
        { id: "feedback", lines: 5 },
        { id: "next-steps", lines: 3 },
        { id: "result", kind: "choice", options: ["criteria-met", "further-evidence", "decided-elsewhere"] },
      ],
      signed: ["learner", "assessor", "iqa"],
    },
  ],
});
