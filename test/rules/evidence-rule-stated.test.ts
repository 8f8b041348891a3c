import { expect, test } from "vitest";
import { findingsOf } from "./findings-of.ts";

const unit = (more: string, language = "en-GB") =>
  `kind: unit\nid: a\ntitle: A\nlanguage: ${language}\nlearningOutcomes:\n  - { outcome: Be able to bake, assessmentCriteria: [Bake a loaf] }\nassessment:\n  methods: [observation]\n${more}`;

const count = async (more: string, language?: string) =>
  (await findingsOf("evidence-rule-stated", { "a.yaml": unit(more, language) })).length;

test.each([
  "The baker is observed on two separate days.",
  "Each skill is observed by the assessor.",
  "All of the work is observed.",
  "Direct observation at real meals, on different days.",
  "The learner bakes at least three kinds of bread.",
  "Baking is seen twice.",
  "One observation covers dough and the other covers ovens.",
  "Work is judged on more than one occasion.",
  "A minimum of two loaves is baked.",
  "Evidence from 3 shifts.",
])("requirements that say how much: %s", async (requirements) => {
  expect(await count(`  requirements: ${JSON.stringify(requirements)}\n`)).toBe(0);
});

test.each([
  "The bread is baked by the learner alone.",
  "The project is one in which the learner has led sessions.",
  "Skills are judged by direct observation over at least four weeks.",
  "Direct observation is the main evidence and is spread over a period.",
  "Gloves are worn at all times.",
  "Learners may withdraw from the observation. Each of them is asked first.",
])("requirements that say something else: %s", async (requirements) => {
  expect(await count(`  requirements: ${JSON.stringify(requirements)}\n`)).toBe(1);
});

test("requirements in another language are not judged", async () => {
  expect(await count("  requirements: Y dysgwr sy'n pobi.\n", "cy")).toBe(0);
  expect(await count("", "cy")).toBe(1);
});
