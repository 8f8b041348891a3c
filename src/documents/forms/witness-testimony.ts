import { defineForm } from "./define-form.ts";
import { criteriaCovered } from "./shared-sections.ts";

/** What somebody other than the assessor saw a learner do, in that person's own words. */
export const witnessTestimony = defineForm({
  id: "witness-testimony",
  audience: "assessor",
  orientation: "portrait",
  notes: 4,
  people: ["name", "number", "centre", "assessor"],
  sections: [
    {
      id: "witness",
      fields: [{ id: "witness-name" }, { id: "job-role" }, { id: "relationship" }, { id: "contact" }],
    },
    criteriaCovered,
    {
      id: "testimony",
      fields: [
        { id: "date", kind: "date" },
        { id: "place" },
        { id: "what-was-seen", lines: 11 },
        { id: "own-words", kind: "tick" },
        { id: "not-related", kind: "tick" },
      ],
      signed: ["witness", "learner"],
    },
    {
      id: "judgement",
      fields: [
        { id: "judgement", lines: 4 },
        { id: "result", kind: "choice", options: ["accepted", "more-needed"] },
      ],
      signed: ["assessor", "iqa"],
    },
  ],
});
