import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { emptyFolder } from "./run-qualspec.ts";
import { parseTranscript } from "./transcripts/parse-transcript.ts";
import { type Answer, playScenario } from "./transcripts/play-scenario.ts";

const transcripts = readdirSync("test/transcripts").filter((name) => name.endsWith(".md"));
const files = ["README.md", ...transcripts.map((name) => `test/transcripts/${name}`)];
const isUpdate = process.env["UPDATE_TRANSCRIPTS"] === "1";

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const answers: Answer[] = [];
  test.each(parseTranscript(text))("$title", ({ steps }) => {
    const given = playScenario(steps, emptyFolder());
    answers.push(...given);
    if (isUpdate) return;
    expect(given).not.toEqual([]);
    for (const { step, body } of given) expect.soft(body).toBe(step.body);
  });
  afterAll(() => {
    if (isUpdate) writeFileSync(file, rewrite(text, answers));
  });
});

/** The transcript with what was really answered in place of what it expected. */
function rewrite(text: string, answers: readonly Answer[]): string {
  const lastFirst = [...answers].sort((a, b) => b.step.start - a.step.start);
  return lastFirst.reduce(
    (sofar, { step, body }) => sofar.slice(0, step.start) + body + sofar.slice(step.start + step.body.length),
    text,
  );
}
