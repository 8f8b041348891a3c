import { accepts } from "../../../src/routes/accepts.ts";
import { judgeChoice } from "../../../src/routes/choice.ts";
import { pageLimits, usualLimits } from "../../../src/routes/limits.ts";
import { rulesOf } from "../../../src/routes/rules.ts";
import { pathwaysOf } from "../../../src/routes/solve.ts";
import type { Answer, Judge } from "./plan/question.ts";

/**
 * Judges choices beside the page, in a worker, so that the page never waits. Where a browser gives a file no worker, it runs
 * in the page itself, with less patience.
 */
const isInPage = "document" in globalThis;
const limits = isInPage ? pageLimits : usualLimits;

const judge: Judge = ({ number, structure, chosen }, tell) => {
  const isValid = accepts(structure, rulesOf(structure), pathwaysOf(structure), new Set(chosen));
  tell({ number, kind: isValid ? "valid" : "open" });
  if (isValid) return;
  try {
    tell({ number, kind: "judged", choice: judgeChoice(structure, chosen, limits) });
  } catch {
    tell({ number, kind: "too-long" });
  }
};

if (isInPage) globalThis.qualspecJudge = judge;
else {
  const worker = globalThis as unknown as {
    onmessage: (event: { readonly data: Parameters<Judge>[0] }) => void;
    postMessage: (answer: Answer) => void;
  };
  worker.onmessage = ({ data }) => judge(data, (answer) => worker.postMessage(answer));
}
