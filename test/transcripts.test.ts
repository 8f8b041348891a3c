import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { emptyFolder } from "./run-qualspec.ts";
import { parseTranscript } from "./transcripts/parse-transcript.ts";
import { type Answer, playScenario } from "./transcripts/play-scenario.ts";

const folder = new URL("./transcripts/", import.meta.url);
const isUpdate = process.env["UPDATE_TRANSCRIPTS"] === "1";

for (const name of readdirSync(folder).filter((one) => one.endsWith(".md"))) {
  describe(name, () => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const answers: Answer[] = [];
    test.each(parseTranscript(text))("$title", ({ steps }) => {
      const given = playScenario(steps, emptyFolder());
      answers.push(...given);
      if (isUpdate) return;
      expect(given).not.toEqual([]);
      for (const { step, body } of given) expect.soft(body).toBe(step.body);
    });
    afterAll(() => {
      if (isUpdate) writeFileSync(new URL(name, folder), rewrite(text, answers));
    });
  });
}

/** The transcript with what was really answered in place of what it expected. */
function rewrite(text: string, answers: readonly Answer[]): string {
  const lastFirst = [...answers].sort((a, b) => b.step.start - a.step.start);
  return lastFirst.reduce(
    (sofar, { step, body }) => sofar.slice(0, step.start) + body + sofar.slice(step.start + step.body.length),
    text,
  );
}
