import { progressOf } from "../../src/record/progress.ts";
import { startProgram } from "./shared/program.ts";
import { startAnswers } from "./workbook/answers.ts";
import { startEvidence } from "./workbook/evidence.ts";
import { startGone } from "./workbook/gone.ts";
import { showMissing } from "./workbook/missing.ts";
import { startProgress } from "./workbook/progress.ts";
import { startVerdicts } from "./workbook/verdicts.ts";

startProgram((session) => {
  const { say, fields, paper } = session;
  startAnswers(session);
  startEvidence(session);
  startProgress(session);
  startVerdicts(session);
  startGone(session);
  return {
    progress: (record) => {
      const { answered, evidenced, total } = progressOf(paper.map, record);
      return [
        say("progress", { done: answered, count: total }),
        ...(evidenced === 0 ? [] : [say("progress.evidence", { evidenced })]),
      ].join(" · ");
    },
    showMissing: () => showMissing(session),
    confirmation: {
      hashOf: ({ answer, evidence, hash }) => (answer === null && evidence.length === 0 ? null : hash),
      confirm: (one, { text, hash }) => ({ ...one, text, hash }),
      wordsOf: ({ answer, evidence }) =>
        [answer ?? "", evidence.length === 0 ? "" : say("evidence.named", { references: evidence.join(", ") })]
          .filter((words) => words !== "")
          .join("\n"),
      placeOf: ({ field }) => fields.find(`${field}.a`)[0]?.closest(".criterion")?.querySelector("h4") ?? null,
      fieldOf: ({ field }) => fields.find(`${field}.a`)[0],
    },
  };
});
