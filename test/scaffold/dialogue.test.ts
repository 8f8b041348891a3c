import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { beginIn } from "./answer-questions.ts";

const qualification =
  "kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, title: Mandatory, require: all, units: [] }\n    - { id: O, require: any, units: [] }\n";

function workspace(): string {
  const folder = emptyFolder();
  writeInto(folder, { "qualspec.yaml": "format: 1\n", "qualifications/q.yaml": qualification });
  return folder;
}

describe("answers of a person", () => {
  test("a unit, with the likely answers taken and a group chosen", async () => {
    const folder = workspace();
    const typed = ["Bake  bread", "", "2", "20", "12", "", "observation, product", "p", "q", "N", "o"];
    const { code, asked, said } = await beginIn(folder, "unit", {}, typed);
    expect(code).toBe(0);
    expect(asked.map((question) => question.replace(/^.*?(?=\[|: $)/u, ""))).toEqual([
      ": ",
      "[bake-bread]: ",
      ": ",
      ": ",
      ": ",
      "[2]: ",
      ": ",
      "[none]: ",
      "[none]: ",
      "[M]: ",
      "[M]: ",
    ]);
    expect(said.slice(1)).toEqual([
      "Unknown qualification `p`; expected `q`",
      "Unknown group `N` of `qualifications/q.yaml`; expected `M` or `O`",
    ]);
    expect(readFileSync(join(folder, "units/bake-bread.yaml"), "utf8")).toContain(
      "\n  methods: [observation, product]",
    );
    expect(readFileSync(join(folder, "qualifications/q.yaml"), "utf8")).toContain(
      "id: O, require: any, units: [bake-bread]",
    );
  });

  test("an answer that cannot stay is asked for again at once", async () => {
    const typed = ["", "Bake bread", "q", "Bake", "", "two", "2", "12", "20", "20", "12", "1.5", ""];
    typed.push("magic", "product", "");
    const { code, asked, said } = await beginIn(workspace(), "unit", {}, typed);
    expect(said.slice(1).map((one) => one.split(/[,;]/u)[0])).toEqual([
      "An answer is needed here",
      "Unexpected id `q`",
      "Unexpected `Bake`",
      "Unexpected `two`",
      "Unexpected 20 guided learning hours",
      "Unexpected number `1.5`",
      "Unknown assessment method `magic`",
    ]);
    expect(code).toBe(0);
    expect(asked).toHaveLength(typed.length);
  });

  test("of two answers that contradict each other both are asked for again, the first as it was", async () => {
    const title = "Example Awards Level 2 Award in Baking";
    const typed = ["", "Example Awards", title, "", "3", title.replace("2", "3"), ""];
    const { asked, said } = await beginIn(workspace(), "qualification", {}, typed);
    expect(said[1]).toContain("Unexpected `Level 2` in the title, expected `Level 3`");
    expect(asked.at(-3)).toContain(`[${title}]`);
    expect(asked.at(-2)).toContain("[3]");
    expect(asked.at(-1)).toContain("Total Qualification Time");
  });

  test("what is typed as an option is not asked for, and is refused before the first question", async () => {
    const given = { title: "Bake bread", level: "2", totalHours: "20" };
    const { asked } = await beginIn(workspace(), "unit", given, []);
    expect(asked[0]).toContain("[bake-bread]");
    const wrong = await beginIn(workspace(), "unit", { ...given, level: "9" }, ["x"]);
    expect(wrong).toMatchObject({ code: 2, asked: [] });
  });

  test.each([0, 1, 4, 7, 8])("whoever stops after %i answers leaves nothing", async (count) => {
    const folder = workspace();
    const typed = ["Bake bread", "", "2", "20", "12", "", "observation", "q"].slice(0, count);
    const { code, said } = await beginIn(folder, "unit", {}, typed);
    expect(said.at(-1)).toBe("Stopped: nothing was written");
    expect(code).toBe(3);
    expect(existsSync(join(folder, "units"))).toBe(false);
    expect(readFileSync(join(folder, "qualifications/q.yaml"), "utf8")).toBe(qualification);
  });
});
