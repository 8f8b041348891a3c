import { expect, test } from "vitest";
import { Crew } from "../../src/workers/crew.ts";
import { defineTask } from "../../src/workers/define-task.ts";
import { inOrder } from "../../src/workers/in-order.ts";
import { readClean } from "../../src/workspace/read-clean.ts";
import { withCrew } from "./with-crew.ts";

test("what is worked on at a time comes in order, and no more than so many at once", async () => {
  let begun = 0;
  let most = 0;
  const work = async (item: number) => {
    begun += 1;
    most = Math.max(most, begun);
    await new Promise((resolve) => setTimeout(resolve, 5 - item));
    begun -= 1;
    return item * 2;
  };
  const seen: (readonly [number, number])[] = [];
  for await (const one of inOrder([1, 2, 3, 4, 5], 3, work)) seen.push(one);
  expect(seen).toEqual([1, 2, 3, 4, 5].map((item) => [item, item * 2]));
  expect(most).toBe(3);
});

test("the first that fails is told, whatever failed before it was its turn", async () => {
  const work = async (item: string) => {
    if (item !== "a") throw new Error(item);
  };
  const all = async () => {
    for await (const _ of inOrder(["a", "b", "c"], 3, work));
  };
  await expect(all()).rejects.toThrow("b");
});

const file = (path: string) => ({ path, printed: path, isNamed: true });
const here = () => "here";

test("another thread does it; what it cannot do is done here", async () => {
  const unknown = defineTask({ id: "unknown", perform: () => "there" });
  await withCrew(async (crew) => {
    const path = "specs/units/asc01.yaml";
    expect(await crew.do(readClean, () => file(path), here)).toEqual(await readClean.perform(file(path)));
    expect(await crew.do(readClean, () => file("no-such.yaml"), here)).toBe("here");
    expect(await crew.do(unknown, () => null, here)).toBe("here");
    // A function is no data.
    expect(await crew.do(unknown, () => here as never, here)).toBe("here");
  });
});

test.each([
  ["where no other thread is wanted", null],
  ["where none can begin", { entry: new URL("file:///no/such/file.js"), most: 2 }],
])("this thread works alone %s", async (_, threads) => {
  const crew = new Crew(threads);
  const path = "specs/units/asc01.yaml";
  expect(await Promise.all([1, 2, 3].map(() => crew.do(readClean, () => file(path), here)))).toEqual(
    Array(3).fill("here"),
  );
  await crew.end();
});
