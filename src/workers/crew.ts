import { Worker } from "node:worker_threads";
import type { Threads } from "../cli/io.ts";
import type { Task } from "./define-task.ts";

/** What a thread is sent, and what it answers. */
export interface Order {
  readonly number: number;
  readonly task: string;
  readonly given: unknown;
}

export interface Answer {
  readonly number: number;
  readonly done: unknown;
  readonly isDone: boolean;
}

/** More would wait for this thread, which has to give them their work and to write down what they made. */
const mostUseful = 3;

/** What lies ready for a thread, so that it has work while this one does a piece itself. */
const enoughForOne = 4;

/**
 * This thread and others, which share work: nobody needs to know who does what, since the same comes of it. What another
 * thread fails to do is done here, so that what is wrong is told as ever. A class because threads are started and ended.
 */
export class Crew {
  readonly #hands = new Set<Hand>();

  /** @param threads null where this thread works alone */
  constructor(threads: Threads | null) {
    const count = threads === null ? 0 : Math.min(threads.most, mostUseful);
    for (let started = 0; started < count && threads !== null; started += 1) this.#start(threads.entry);
  }

  /** How much work can be begun before any of it is done. */
  get atOnce(): number {
    return this.#hands.size * (enoughForOne + 1) + 1;
  }

  /** Lets a thread that is free perform the task with what `order` gives, or does the same `here`. */
  async do<Given, Done, Here = Done>(
    task: Task<Given, Done>,
    order: () => Given,
    here: () => Here | Promise<Here>,
  ): Promise<Done | Here> {
    const [free] = [...this.#hands].sort((one, other) => one.waiting.size - other.waiting.size);
    if (free === undefined || free.waiting.size >= enoughForOne) return here();
    const answer = await ask(free, task.id, order());
    // What a task gives back is what it says: both threads run the same code.
    return answer?.isDone === true ? (answer.done as Done) : here();
  }

  /** What is not done yet is given up. */
  async end(): Promise<void> {
    const hands = [...this.#hands];
    this.#hands.clear();
    for (const { waiting } of hands) waiting.clear();
    await Promise.all(hands.map(({ worker }) => worker.terminate()));
  }

  #start(entry: URL): void {
    const hand: Hand = { worker: new Worker(entry), waiting: new Map(), sent: 0 };
    const giveUp = () => {
      this.#hands.delete(hand);
      for (const answer of hand.waiting.values()) answer(null);
      hand.waiting.clear();
    };
    hand.worker.on("message", (answer: Answer) => {
      hand.waiting.get(answer.number)?.(answer);
      hand.waiting.delete(answer.number);
    });
    hand.worker.on("error", giveUp);
    hand.worker.on("exit", giveUp);
    this.#hands.add(hand);
  }
}

interface Hand {
  readonly worker: Worker;
  /** Who waits for an answer, by its number; null means that none will come. */
  readonly waiting: Map<number, (answer: Answer | null) => void>;
  sent: number;
}

function ask(hand: Hand, task: string, given: unknown): Promise<Answer | null> {
  const { worker, waiting } = hand;
  hand.sent += 1;
  const order: Order = { number: hand.sent, task, given };
  try {
    worker.postMessage(order);
  } catch {
    // What is no data can be used here only.
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    waiting.set(order.number, resolve);
  });
}
