import { describe, expect, test } from "vitest";
import { criterionNumber, outcomeNumber } from "../../src/model/numbering.ts";
import { kindOfStem } from "../../src/model/stems.ts";

describe("numbering", () => {
  test.each([
    [undefined, 0, "1"],
    [undefined, 11, "12"],
    [{ outcome: "3.{n}" }, 1, "3.2"],
    [{ outcome: "{a}" }, 0, "a"],
    [{ outcome: "{a}" }, 25, "z"],
    [{ outcome: "{a}" }, 26, "aa"],
    [{ outcome: "{a}" }, 27, "ab"],
    [{ outcome: "{a}" }, 51, "az"],
    [{ outcome: "{a}" }, 52, "ba"],
    [{ outcome: "{a}" }, 701, "zz"],
    [{ outcome: "{a}" }, 702, "aaa"],
  ])("outcome %j at %i", (numbering, position, number) => {
    expect(outcomeNumber(numbering, position)).toBe(number);
  });

  test.each([
    [undefined, 0, "2", "2.1"],
    [undefined, 9, "2", "2.10"],
    [{ criterion: "{outcome}{a}" }, 2, "1.2", "1.2c"],
    [{ criterion: "{n}" }, 2, "1", "3"],
    // What stands for itself in a pattern of JavaScript stands for itself here.
    [{ criterion: "{outcome}.{n}" }, 0, "$&", "$&.1"],
  ])("criterion %j at %i", (numbering, position, outcome, number) => {
    expect(criterionNumber(numbering, position, outcome)).toBe(number);
  });
});

describe("the stem of an outcome", () => {
  test.each([
    ["Know the law", "knowledge"],
    ["Understand the law", "knowledge"],
    ["understand the law", "knowledge"],
    ["**Understand** the law", "knowledge"],
    ["Be able to follow the law", "skill"],
    ["Can follow the law", "skill"],
    ["Knowing the law", null],
    ["Understanding of the law", "knowledge"],
    ["Canning fruit", null],
    ["Follow the law", null],
    ["", null],
  ])("%j", (outcome, kind) => {
    expect(kindOfStem(outcome)).toBe(kind);
  });
});
