import { expect, test } from "vitest";
import { UserError } from "../../src/cli/user-error.ts";
import { RoundTeller } from "../../src/preview/tell-round.ts";
import { checkFolder, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

test("each round says when, what has changed, and what is found since", async () => {
  const folder = emptyFolder();
  let said = "";
  const err = { write: (text: string) => (said += text), isTerminal: true, columns: 80 };
  const teller = new RoundTeller({ ...ioIn(folder), err, timeOfDay: () => "14:03:09" });
  const round = async (changed: readonly string[], level: string) => {
    writeInto(folder, { "a.yaml": `kind: unit\nid: a\ntitle: A\nlevel: ${level}\nlearningOutcomes: {}\n` });
    said = "";
    teller.begin(changed, changed.length === 0);
    teller.end({ checked: await checkFolder(folder), error: null }, "Checked.");
    return said.replace(/ (?:Unexpected|expected).*/gu, "").split("\n");
  };
  const [outcomes, level] = ["  a.yaml:5:19: error wrong-type", "  a.yaml:4:8: error out-of-range"];
  expect(await round([], "2")).toEqual(["Checked.", outcomes, ""]);
  expect(await round(["a.yaml"], "2")).toEqual(["14:03:09 Changed: `a.yaml`", "Checked.", ""]);
  expect(await round(["a.yaml", "b.yaml"], "9")).toEqual([
    "14:03:09 Changed: `a.yaml` and `b.yaml`",
    "Checked.",
    level,
    "",
  ]);
  said = "";
  teller.begin([], false);
  teller.end({ checked: null, error: new UserError("No such folder", 2) }, "Not finished.");
  expect(said).toBe("14:03:09 Looking again\nNo such folder\n");
  expect(await round(["a.yaml"], "9")).toEqual(["14:03:09 Changed: `a.yaml`", "Checked.", ""]);
});
