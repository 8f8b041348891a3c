import { expect, test } from "vitest";
import { printShapes } from "./print-shapes.ts";

test("src/schema/shapes.ts says what the schemas say", async () => {
  await expect(printShapes()).toMatchFileSnapshot("../../src/schema/shapes.ts");
});
