import { expect, test } from "vitest";
import { check } from "../../src/workspace/check.ts";
import { ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const today = "2026-04-01";
const waive = "# qualspec: waive mapping-exists until 2026-12-31: agreed";
const base = `kind: unit
id: a
title: A
level: 2
credit: none
guidedLearningHours: 10
reference: none
aim: Learners find out.
assessment: { methods: [product] }
learningOutcomes:
  - outcome: Know A
    assessmentCriteria:
      - criterion: State A
        maps: { nowhere: [x] }
      - criterion: State B
        maps: { nowhere: [x] }
`;

async function play(text: string) {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": text });
  const { findings, waived, waivers } = await check(ioIn(folder), ["."], { today });
  const told = findings.filter(({ rule }) => rule === "mapping-exists" || /^waiver-|hash/u.test(rule));
  return {
    found: told.map(({ rule, place }) => `${place.file.positionAt(place.start).line} ${rule}`),
    told,
    waived,
    waivers,
  };
}

const onFirst = (comment: string) => base.replace("[x] }", `[x] }${comment}`);

test.each<[about: string, text: string, found: readonly string[]]>([
  ["without one", base, ["14 mapping-exists", "16 mapping-exists"]],
  ["at the end of the line", onFirst(`  ${waive}`), ["16 mapping-exists"]],
  ["in a file with the line ends of Windows", onFirst(`  ${waive}`).replaceAll("\n", "\r\n"), ["16 mapping-exists"]],
  ["in capitals and tight", onFirst("  #Qualspec:Waive mapping-exists until 2026-12-31:agreed"), ["16 mapping-exists"]],
  ["above the line", base.replace("        maps", `        ${waive}\n        maps`), ["17 mapping-exists"]],
  [
    "above the line, with other comments between",
    base.replace("        maps", `        ${waive}\n        # as they asked\n        maps`),
    ["18 mapping-exists"],
  ],
  [
    "with an empty line between",
    base.replace("        maps", `        ${waive}\n\n        maps`),
    ["14 waiver-unmatched", "16 mapping-exists", "18 mapping-exists"],
  ],
  [
    "on another line",
    base.replace("title: A", `title: A  ${waive}`),
    ["3 waiver-unmatched", "14 mapping-exists", "16 mapping-exists"],
  ],
  [
    "with two rules",
    onFirst("  # qualspec: waive mapping-exists, id-unique until 2026-12-31: agreed"),
    ["14 waiver-unmatched", "16 mapping-exists"],
  ],
  [
    "that has ended",
    onFirst("  # qualspec: waive mapping-exists until 2026-03-31: agreed"),
    ["14 mapping-exists", "14 waiver-expired", "16 mapping-exists"],
  ],
  [
    "without a reason",
    onFirst("  # qualspec: waive mapping-exists until 2026-12-31"),
    ["14 waiver-incomplete", "16 mapping-exists"],
  ],
  [
    "without a reason behind the colon",
    onFirst("  # qualspec: waive mapping-exists until 2026-12-31: "),
    ["14 waiver-incomplete", "16 mapping-exists"],
  ],
  [
    "without a day",
    onFirst("  # qualspec: waive mapping-exists: agreed"),
    ["14 waiver-incomplete", "16 mapping-exists"],
  ],
  [
    "with a day that there is not",
    onFirst("  # qualspec: waive mapping-exists until 2026-02-30: agreed"),
    ["14 mapping-exists", "14 waiver-unreadable", "16 mapping-exists"],
  ],
  [
    "with a slip in it",
    onFirst("  # qualspec: ignore mapping-exists"),
    ["14 mapping-exists", "14 waiver-unreadable", "16 mapping-exists"],
  ],
  [
    "without its colon",
    onFirst("  # qualspec waive mapping-exists until 2026-12-31: agreed"),
    ["14 mapping-exists", "14 waiver-unreadable", "16 mapping-exists"],
  ],
  ["that only names the command", onFirst("  # qualspec check finds more"), ["14 mapping-exists", "16 mapping-exists"]],
  [
    "of a misspelt rule",
    onFirst("  # qualspec: waive maping-exists until 2026-12-31: agreed"),
    ["14 mapping-exists", "14 waiver-without-rule", "16 mapping-exists"],
  ],
  [
    "one space behind several words",
    base.replace("Learners find out.", `Learners find out. ${waive}`),
    ["8 waiver-unmatched", "14 mapping-exists", "16 mapping-exists"],
  ],
  [
    "in a text between quotation marks",
    base.replace("title: A", `title: "A ${waive}"`),
    ["14 mapping-exists", "16 mapping-exists"],
  ],
  [
    "in a text over several lines",
    base.replace("aim: Learners find out.", `aim: |\n  Learners find out.\n  ${waive}\n  # qualspec: wave`),
    ["17 mapping-exists", "19 mapping-exists"],
  ],
  [
    "that only speaks of it",
    base.replace("title: A", "title: A  # see qualspec: waive"),
    ["14 mapping-exists", "16 mapping-exists"],
  ],
])("a waiver in a comment %s", async (_, text, found) => {
  expect((await play(text)).found).toEqual(found);
});

test("a waiver in a comment says what a waiver in the list says", async () => {
  const { waivers } = await play(onFirst(`  ${waive}`));
  expect(waivers).toMatchObject([
    { state: "open", waiver: { rule: "mapping-exists", at: null, reason: "agreed", until: "2026-12-31" } },
  ]);
  const { place } = waivers[0]?.waiver ?? { place: null };
  expect(place?.file.text.slice(place.start, place.end)).toBe("mapping-exists");
});

test("a comment above a key covers what is found inside its text over several lines", async () => {
  const text = base.replace(
    "aim: Learners find out.",
    "# qualspec: waive plain-language until 2026-12-31: agreed\naim: |\n  Learners find out.\n  Learners utilise it.",
  );
  const { waivers } = await play(text);
  const without = text.replace(/^# qualspec.*\n/mu, "");
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": without });
  const { findings } = await check(ioIn(folder), ["."], { today });
  const inside = findings.filter(({ rule }) => rule === "plain-language");
  expect(inside.map(({ place }) => place.file.positionAt(place.start).line)).toEqual([10]);
  expect(waivers.map(({ state }) => state)).toEqual(["open"]);
});

test("what is written instead of a comment without its colon", async () => {
  const said = async (comment: string) =>
    (await play(onFirst(comment))).told.map(({ message }) => message).find((one) => one.includes("colon"));
  expect(await said("  # qualspec waive mapping-exists until 2026-12-31: agreed")).toMatch(
    /without a colon after `qualspec`; write `# qualspec: waive mapping-exists until 2026-12-31: agreed`$/u,
  );
  expect(await said("  # Qualspec waive")).toMatch(
    /write `# qualspec: waive unit-used until 2027-03-31: the reason`$/u,
  );
});
