import type { Answers, Draft, Question } from "./define-draft.ts";
import type { Objection } from "./judge.ts";

export interface Asking {
  /** null once the person wants no more of it. */
  readonly ask: (question: string) => Promise<string | null>;
  readonly say: (message: string) => void;
  readonly judge: (answers: Answers) => Promise<readonly Objection[]>;
}

/**
 * Asks for what is not answered, one question after another, and says at once what is wrong with an answer. One that
 * cannot stay is asked for again, and so is one before it that it contradicts.
 *
 * @returns null once the person wants no more of it
 */
export async function askForAnswers(draft: Draft, given: Answers, asking: Asking): Promise<Answers | null> {
  let answers = given;
  const told = new Set<string>();
  const before: Record<string, string> = {};
  for (let next = firstOpen(draft, answers); next !== undefined; next = firstOpen(draft, answers)) {
    const likely = before[next.name] ?? next.suggests?.(answers) ?? null;
    const typed = await asking.ask(`${next.asks}${likely === null ? "" : ` [${likely}]`}: `);
    if (typed === null) return null;
    const answer = plain(typed) || likely;
    if (answer === null) {
      asking.say("An answer is needed here; Ctrl+C stops and writes nothing");
      continue;
    }
    answers = { ...answers, [next.name]: answer };
    delete before[next.name];
    const objections = await asking.judge(answers);
    for (const { message } of objections.filter((one) => one.isError || !told.has(one.message))) {
      told.add(message);
      asking.say(message);
    }
    const wrong = new Set(
      objections.flatMap(({ isError, question, against }) =>
        isError ? [question, ...against].map(({ name }) => name) : [],
      ),
    );
    if (wrong.size === 0) continue;
    for (const name of wrong) if (name !== next.name) before[name] = answers[name] ?? "";
    answers = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== next.name && !wrong.has(name)));
  }
  return answers;
}

/** The answers of a command line, with the likely ones where it says nothing; and the questions that stay open. */
export function completeAnswers(draft: Draft, given: Answers): { answers: Answers; open: readonly Question[] } {
  let answers = given;
  for (const { name, suggests } of draft.questions) {
    const likely = answers[name] === undefined ? (suggests?.(answers) ?? null) : null;
    if (likely !== null) answers = { ...answers, [name]: likely };
  }
  return { answers, open: draft.questions.filter(({ name }) => answers[name] === undefined) };
}

/** On one line, and nothing that the terminal has put between. */
export function plain(typed: string): string {
  return typed.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function firstOpen({ questions }: Draft, answers: Answers): Question | undefined {
  return questions.find(({ name }) => answers[name] === undefined);
}
