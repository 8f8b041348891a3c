import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { commentsIn, filesIn, hashAt, run } from "./run-command.ts";

const qualification = (rest: string) => `kind: qualification\nid: q\ntitle: Q\nlevel: 2\n${rest}`;

/** Files in which comments, texts over several lines and layouts of all kinds stand. */
const inOneFile: readonly (readonly [about: string, text: string])[] = [
  [
    "comments everywhere",
    `# top\n${qualification(`rulesOfCombination: # rules
  groups:
    - { id: M, title: Mandatory, require: all, units: [a, b] } # both
# about the units
units: # here
  # about a

  # more about a
  - id: a # the id
    # a title
    title: A # said
    aim: |
      First line # no comment
        deeper

      last
    learningOutcomes:
      - outcome: Know A
        # a criterion
        assessmentCriteria:
          - State A # really
          - >-
            State the
            rest
        # end of criteria
      # end of outcomes
    # end of a
  # about b
  - # beside the dash
    id: b
    title: "B:
      goes on"
    learningOutcomes: []
    # end of b
  # end of units
# end of file
`)}`,
  ],
  [
    "braces, and no rules of combination",
    qualification(`units:
  - { id: a, title: "A, b", learningOutcomes: [{ outcome: Know A, assessmentCriteria: [State A] }] } # first
  # the second
  - {
      id: b, # its id
      title: B,
      # no outcomes
      learningOutcomes: [
        { outcome: "Know,
            b" },
      ],
    }
`),
  ],
  [
    "brackets",
    qualification(
      `units: [{ id: a, title: A, learningOutcomes: [] }, # one\n  # two\n  { id: b, title: B, learningOutcomes: [] } # last\n  ]\n`,
    ),
  ],
  [
    "units before other keys, and dashes at the margin",
    qualification(
      `units:\n- id: a\n  title: A\n  learningOutcomes: []\n# about b\n- id: b\n  title: B\n  learningOutcomes:\n  - outcome: Know B\n    assessmentCriteria:\n    - State B\n# about the retired\nretired: [c]\n`,
    ),
  ],
  [
    "anchors within a unit, another language, and no line end",
    qualification(
      `language: cy\nunits:\n  - id: a\n    title: A\n    glossary:\n      - { term: A, meaning: &m What A means }\n      - { term: B, meaning: *m }\n    learningOutcomes: []\n  - id: b\n    title: B\n    language: en-GB\n    learningOutcomes: []`,
    ),
  ],
  [
    "texts that keep their ends and their spaces",
    qualification(
      `units:\n  - id: a\n    title: A\n    learningOutcomes: []\n    aim: |+\n      Kept\n\n\n  - learningOutcomes:\n    - outcome: Know B # no deeper than its key\n      assessmentCriteria: [\n        State B, # one\n        "State:\n        C" ]\n    id: b\n    title: 'B''s\n\n      title'\n    aim: |2-\n        Deep\n       less\n          \n      end\n`,
    ),
  ],
];

describe("one file becomes several, and one again", () => {
  const asOnWindows = inOneFile
    .slice(0, 3)
    .map(([about, text]) => [`${about}, as Windows writes it`, `\ufeff${text.replaceAll("\n", "\r\n")}`] as const);
  const variants = [...inOneFile, ...asOnWindows].map(([about, text]) => ({ about, text }));
  test.each(variants)("$about", async ({ text }) => {
    const folder = emptyFolder();
    writeInto(folder, { "q.yaml": text });
    const hash = await hashAt(folder, "q.yaml");
    expect(await run(folder, "split", "q.yaml")).toMatchObject({ code: 0, err: "" });
    const files = filesIn(folder);
    expect(Object.keys(files)).toEqual(["q.yaml", "qualspec.yaml", "units/a.yaml", "units/b.yaml"]);
    expect(await hashAt(folder, "q.yaml")).toBe(hash);
    expect(commentsIn(Object.values(files))).toEqual(commentsIn([text]));
    expect(Object.values(files).every((one) => one.includes("\r\n") === text.includes("\r\n"))).toBe(true);

    expect(await run(folder, "bundle", "q")).toMatchObject({ code: 0, err: "" });
    const [again = ""] = readdirSync(join(folder, "out"));
    expect(await hashAt(folder, `out/${again}`)).toBe(hash);
    const whole = readFileSync(join(folder, "out", again), "utf8");
    expect(commentsIn([whole])).toEqual(commentsIn([text]));

    // Once more: what comes out is what went in.
    const other = emptyFolder();
    writeInto(other, { "q.yaml": whole });
    await run(other, "split", "q.yaml");
    const { "qualspec.yaml": _workspace, ...second } = filesIn(other);
    const { "qualspec.yaml": _first, ...first } = files;
    expect(Object.fromEntries(Object.entries(second).map(([name, one]) => [name, one.trimEnd()]))).toEqual(
      Object.fromEntries(Object.entries(first).map(([name, one]) => [name, one.trimEnd()])),
    );
  });

  test("what a comment is about stays below it", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "q.yaml": inOneFile[0]?.[1] ?? "" });
    await run(folder, "split", "q.yaml");
    const files = filesIn(folder);
    expect(files["units/b.yaml"]).toBe(
      '# about b\n# beside the dash\nkind: unit\nid: b\ntitle: "B:\n  goes on"\nlearningOutcomes: []\n# end of b\n',
    );
    expect(files["units/a.yaml"]).toMatch(
      /^# about a\n\n# more about a\nkind: unit\nid: a # the id\n# a title\ntitle: A # said\naim: \|\n {2}First line/u,
    );
    expect(files["units/a.yaml"]).toMatch(/ {4}# end of criteria\n {2}# end of outcomes\n# end of a\n$/u);
    expect(files["q.yaml"]).toMatch(
      /# about the units\n# qualspec bundle writes the units here # here\n {2}# end of units\n# end of file\n$/u,
    );
  });
});

describe("the specifications of this repository", () => {
  const names = ["l3-community-horticulture.yaml", "l5-digital-leadership.yaml"];

  test.each(names)("%s", async (name) => {
    const folder = emptyFolder();
    cpSync("specs", folder, { recursive: true });
    const path = `qualifications/${name}`;
    const hash = await hashAt(folder, path);
    const out = `bundled/${name}`;
    const id = name.replace(".yaml", "");
    expect(await run(folder, "bundle", id, { out, force: true })).toMatchObject({ code: 0, err: "" });
    expect(await hashAt(folder, out)).toBe(hash);
    const whole = readFileSync(join(folder, out), "utf8");
    const units = filesIn(join(folder, "units"));
    const before = commentsIn([readFileSync(join(folder, path), "utf8")]);
    const used = Object.keys(units).filter((unit) => whole.includes(`- id: ${unit.replace(".yaml", "")}\n`));

    // Into a workspace that has nothing but frameworks.
    const other = emptyFolder();
    cpSync(join(folder, "frameworks"), join(other, "frameworks"), { recursive: true });
    cpSync(join(folder, "qualspec.yaml"), join(other, "qualspec.yaml"));
    writeInto(other, { "units/.keep": "", [path]: whole });
    expect(await hashAt(other, path)).toBe(hash);
    expect(await run(other, "split", path)).toMatchObject({ code: 0, err: "" });
    expect(await hashAt(other, path)).toBe(hash);
    const { ".keep": _keep, ...split } = filesIn(join(other, "units"));
    const plain = (text: string) => text.replace(/^# yaml-language-server.*\n/u, "").trimEnd();
    for (const unit of used) expect(plain(split[unit] ?? ""), unit).toBe(plain(units[unit] ?? ""));
    expect(commentsIn([readFileSync(join(other, path), "utf8")])).toEqual(before);
  });
});
