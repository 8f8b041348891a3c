import type { Structure } from "../../../../src/routes/structure.ts";
import type { Answer, Question } from "./question.ts";

/** Longer than this nobody waits: the worker is ended, and the page says that it is too much. */
const patience = 8000;

export type Ask = (structure: Structure, chosen: readonly string[]) => void;

/** Asks about choices, the last one only: a question that is no longer of interest is not waited for. */
export function askWith(work: () => void, tell: (answer: Answer) => void): Ask {
  const start = () => startWorker(work);
  let worker = start();
  let isBusy = false;
  let number = 0;
  let timer = 0;
  const done = () => {
    isBusy = false;
    window.clearTimeout(timer);
  };
  return (structure, chosen) => {
    window.clearTimeout(timer);
    number += 1;
    const question: Question = { number, structure, chosen };
    if (isBusy) {
      worker?.terminate();
      worker = start();
    }
    isBusy = true;
    if (worker === null) {
      done();
      askHere(work, question, tell);
      return;
    }
    timer = window.setTimeout(() => {
      worker?.terminate();
      worker = start();
      done();
      tell({ number: question.number, kind: "too-long" });
    }, patience);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.number !== number) return;
      if (data.kind !== "open") done();
      tell(data);
    };
    worker.onerror = () => {
      // A browser that gives a file no worker may say so only now.
      worker = null;
      done();
      askHere(work, question, tell);
    };
    worker.postMessage(question);
  };
}

/** null where the browser gives this page no worker. */
function startWorker(work: () => void): Worker | null {
  try {
    return new Worker(URL.createObjectURL(new Blob([`(${work})()`], { type: "text/javascript" })));
  } catch {
    return null;
  }
}

/** In the page, after it has shown what it knows already. */
function askHere(work: () => void, question: Question, tell: (answer: Answer) => void): void {
  if (globalThis.qualspecJudge === undefined) work();
  window.setTimeout(() => globalThis.qualspecJudge?.(question, tell));
}
