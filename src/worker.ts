import { parentPort } from "node:worker_threads";
import type { Answer, Order } from "./workers/crew.ts";
import type { Task } from "./workers/define-task.ts";

/** What this thread can do for the one that started it; each is loaded when it is first asked for. */
const tasks: Readonly<Record<string, () => Promise<Task<never, unknown>>>> = {
  "encode-paper": async () => (await import("./papers/encode-paper.ts")).encodePaper,
  "read-clean": async () => (await import("./workspace/read-clean.ts")).readClean,
  "render-page": async () => (await import("./site/render-page.ts")).renderPage,
};

parentPort?.on("message", async ({ number, task, given }: Order) => {
  parentPort?.postMessage(await answer(number, task, given));
});

async function answer(number: number, id: string, given: unknown): Promise<Answer> {
  try {
    const task = await tasks[id]?.();
    // Who asks for a task gives it what it takes.
    return { number, done: await task?.perform(given as never), isDone: task !== undefined };
  } catch {
    // The thread that asked does it again, and tells what is wrong.
    return { number, done: null, isDone: false };
  }
}
