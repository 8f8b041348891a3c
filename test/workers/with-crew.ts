import { Crew } from "../../src/workers/crew.ts";

/** Other threads run what ships. */
export const entry = new URL("../../dist/worker.js", import.meta.url);

/** Works with two other threads, and answers how many tasks this thread has done itself. */
export async function withCrew(work: (crew: Crew) => Promise<void>): Promise<number> {
  let own = 0;
  class Counting extends Crew {
    override do: Crew["do"] = (task, order, here) => {
      const counted = () => {
        own += 1;
        return here();
      };
      return super.do(task, order, counted);
    };
  }
  const crew = new Counting({ entry, most: 2 });
  try {
    await work(crew);
  } finally {
    await crew.end();
  }
  return own;
}
