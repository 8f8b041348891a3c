import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { collect } from "../../src/collect/collect.ts";
import { collectExplanations } from "../../src/collect/explanations.ts";
import { reportedPapers } from "../../src/collect/reported-papers.ts";
import { recordNames } from "../../src/collect/write-collected.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { explanations } from "../../src/rules/index.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { editBody, editDocx, fillDocx } from "./fill-docx.ts";
import {
  checklist,
  collected,
  decided,
  decision,
  filled,
  guide,
  json,
  record,
  reworded,
  sam,
  saved,
  savedAt,
  workbook,
} from "./samples.ts";

/** Everything is achieved, and nothing is met: such a file is made by hand only. */
const signedOff = (one: LearnerRecord): LearnerRecord => ({
  ...one,
  document: "assessor-checklist",
  criteria: one.criteria.map((it, at) =>
    at < 2 ? it : { ...it, assessment: { ...it.assessment, decision: "not-yet", hash: it.hash } },
  ),
  units: one.units.map((unit) => ({ ...unit, decision: "achieved" })),
  fields: { ...one.fields, "qualification.decision": "Achieved" },
});

/** Everything is met and achieved, and this is what is said of who decided and when. */
const metBy = (assessor: string, date: string, signed: string | null): LearnerRecord => {
  const one = signedOff(record());
  return {
    ...one,
    criteria: one.criteria.map((it) => ({
      ...it,
      assessment: { ...it.assessment, decision: "met", hash: it.hash, assessor, date },
    })),
    units: one.units.map((unit) => ({ ...unit, date: signed, assessor: signed === null ? null : assessor })),
  };
};
const withMark = (one: LearnerRecord): LearnerRecord => {
  const [first] = one.criteria;
  return { ...one, fields: { ...one.fields, [`${first?.unit}.${first?.key ?? first?.number}.judged`]: "00000000" } };
};

const rulesOf = ({ findings }: { findings: readonly { rule: string }[] }) => findings.map(({ rule }) => rule);

describe("a document and a record of the same paper", () => {
  test("become the same record", async () => {
    const { papers, findings, copies } = await collected({
      "returned/a.docx": filled(),
      "returned/b.json": json(record()),
    });
    expect(papers.map(({ paper }) => paper.record)).toEqual([record()]);
    expect([...copies]).toEqual([["returned/b.json", "returned/a.docx"]]);
    expect(findings).toEqual([]);
  });

  test("are reported with what is answered and met", async () => {
    const bytes = fillDocx(checklist.bytes, checklist.part.fields, decided);
    const found = await collected({ "returned/a.docx": filled(), "returned/b.docx": bytes });
    expect(
      reportedPapers(found, []).map(({ document, learner, criteria }) => [document, learner?.number, criteria]),
    ).toEqual([
      ["learner-workbook", "12345", { total: 3, answered: 2, met: 0 }],
      ["assessor-checklist", "12345", { total: 3, answered: 0, met: 1 }],
    ]);
    expect(found.findings).toEqual([]);
  });
});

const specification = (id: string) => ({ ...workbook.part.map.specification, id });

describe("what needs attention", () => {
  const cases: readonly (readonly [string, Files, readonly string[], string, ((yaml: string) => string)?])[] = [
    ["a PDF called a document", { "returned/a.docx": "%PDF-1.7" }, ["paper-unreadable"], "Unexpected PDF"],
    [
      "an old document",
      { "returned/a.docx": Buffer.from("d0cf11e0a1b11ae1", "hex") },
      ["paper-unreadable"],
      "old Office",
    ],
    [
      "OpenDocument",
      { "returned/a.docx": zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }) },
      ["paper-unreadable"],
      "OpenDocument text (ODT)",
    ],
    ["a web page", { "returned/a.json": "<!doctype html>" }, ["paper-unreadable"], "export the record"],
    ["half a document", { "returned/a.docx": filled().subarray(0, 9000) }, ["paper-damaged"], "broken off"],
    ["half a record", { "returned/a.json": json(record()).slice(0, 500) }, ["paper-damaged"], "no JSON"],
    [
      "a record with something else in it",
      { "returned/a.json": json(record()).replace('"saved":null', '"saved":1') },
      ["paper-damaged"],
      "`/saved`",
    ],
    [
      "a record of tomorrow",
      { "returned/a.json": json(record()).replace('"version":1', '"version":2') },
      ["paper-unreadable"],
      "later version",
    ],
    [
      "a bomb",
      {
        "returned/a.docx": zipSync({
          "[Content_Types].xml": strToU8("<T/>"),
          "_rels/.rels": new Uint8Array(60 * 1024 * 1024),
        }),
      },
      ["paper-too-large"],
      "unpacks",
    ],
    [
      "a document of somebody else",
      {
        "returned/a.docx": editDocx(filled(), {
          "customXml/item1.xml": null,
          "docProps/custom.xml": null,
          "word/footer.xml": () => '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        }),
      },
      ["paper-unmarked"],
      "does not say",
    ],
    [
      "another specification",
      { "returned/a.json": json(record(sam, { specification: specification("l9-space") })) },
      ["paper-specification-unknown"],
      "`l9-space`",
    ],
    ["older wording", { "returned/a.docx": filled() }, ["paper-other-version"], "reworded: `1.2`", reworded],
    [
      "a new criterion",
      { "returned/a.docx": filled() },
      ["paper-other-version"],
      "new: `2.2`",
      (yaml) => yaml.replace("\nassessment:", "\n      - Wash up\nassessment:"),
    ],
    [
      "a criterion that is gone",
      { "returned/a.docx": filled() },
      ["paper-criterion-gone", "paper-other-version"],
      "`1.2`",
      (yaml) => yaml.replace(/\n\s+- criterion: Outline how.*\n.*check-machine/u, ""),
    ],
    [
      "nobody's paper",
      { "returned/a.docx": filled(new Map([["hot-drinks.1.1.a", "x"]])) },
      ["paper-learner-unnamed"],
      "without a name and a number",
    ],
    [
      "a unit signed off without its decisions",
      { "returned/a.json": json(signedOff(record())) },
      ["paper-sign-off-unsupported", "paper-sign-off-unsupported", "paper-sign-off-unsupported"],
      "`1.1` and `1.2` undecided and `2.1` not yet met",
    ],
    [
      "a unit signed off by nobody, on no day",
      { "returned/a.json": json(metBy("JS", "32/13/2026", null)) },
      ["paper-sign-off-unsupported"],
      "with `32/13/2026` as the date of `1.1`, `1.2` and `2.1`, no name of who signs it and no date of its own",
    ],
    [
      "a unit signed off on another answer than the one that was judged",
      { "returned/a.json": json(withMark(metBy("JS", "3 May 2026", "4 May 2026"))) },
      ["paper-sign-off-unsupported"],
      "`1.1` with another answer or evidence than was judged",
    ],
    [
      "the same in a plan",
      { "returned/a.json": json(record(new Map(), { document: "iqa-sampling-plan", records: [signedOff(record())] })) },
      ["paper-sign-off-unsupported", "paper-sign-off-unsupported", "paper-sign-off-unsupported"],
      "Unexpected award of `l2-example-award` for `Sam Example` with no unit signed off and met",
    ],
    ["an empty paper", { "returned/a.docx": workbook.bytes }, ["paper-empty"], "nothing is written"],
    [
      "two papers that differ",
      { "returned/a.docx": filled(), "returned/b.json": json(record(new Map([...sam, ["hot-drinks.1.1.a", "No"]]))) },
      ["paper-learner-twice"],
      "in the answer to `1.1`",
    ],
    [
      "a paper and an older one that differs",
      {
        "returned/a.json": json(
          record(new Map([...sam, ["hot-drinks.1.1.a", "No"]]), saved("2026-11-03T14:03:00.000Z")),
        ),
        "returned/b.docx": editDocx(filled(), { "docProps/core.xml": savedAt("2026-11-01T09:30:00Z") }),
      },
      ["paper-superseded"],
      "saved 2026-11-01 09:30 UTC, that differs in the answer to `1.1`, expected only the newest, saved 2026-11-03 14:03 UTC;",
    ],
    [
      "a guide in which there is nothing to fill in",
      { "returned/guide.docx": guide, "returned/a.docx": filled() },
      ["paper-without-fields"],
      "Unexpected `unit-guide`",
    ],
    [
      "papers of two kinds that decide otherwise",
      {
        "returned/a.json": json(decision("met", { document: "assessor-checklist" })),
        "returned/b.json": json(decision("not-yet", { document: "assessment-review" })),
      },
      ["paper-learner-twice"],
      "the decision on `1.1` (`not yet`, there `met`)",
    ],
    [
      "a word that nobody offered",
      {
        "returned/a.docx": fillDocx(
          checklist.bytes,
          checklist.part.fields,
          new Map([...decided, ["hot-drinks.1.1.r", "Nearly"]]),
        ),
      },
      ["paper-choice-unknown"],
      "`Nearly`",
    ],
    [
      "a deleted field",
      {
        "returned/a.docx": editBody(filled(), (text) =>
          text.replace(
            /<w:bookmarkStart[^>]*\/><w:sdt>(?:(?!<\/w:sdt>).)*<w:tag w:val="hot-drinks\.1\.1\.a"\/>.*?<\/w:sdt>/su,
            "",
          ),
        ),
      },
      ["paper-field-missing"],
      "`hot-drinks.1.1.a` (criterion 1.1)",
    ],
    [
      "a field that was copied",
      {
        "returned/a.docx": editBody(filled(), (text) =>
          text.replace(
            /<w:sdt>(?:(?!<\/w:sdt>).)*<w:tag w:val="hot-drinks\.1\.1\.a"\/>.*?<\/w:sdt>/su,
            (all) => `${all}${all.replace("I wipe", "We wipe")}`,
          ),
        ),
      },
      ["paper-field-twice"],
      "criterion 1.1",
    ],
    [
      "lines that were joined",
      {
        "returned/a.docx": editBody(filled(), (text) =>
          text
            .replace('<w:tag w:val="hot-drinks.1.1.a"/>', "")
            .replace(/(<w:bookmarkStart[^>]*\/>)(<w:sdt>(?:(?!<\/w:sdt>).)*I wipe)/su, "$1<w:r><w:br/></w:r>$2"),
        ),
      },
      ["paper-lines-joined"],
      "criterion 1.1",
    ],
  ];

  test.each(cases.map(([name, ...rest]) => ({ name, rest })))(
    "$name",
    async ({ rest: [files, rules, words, edit] }) => {
      const { findings } = await collected(files, ["returned"], edit);
      expect(findings.map(({ rule }) => rule)).toEqual(rules);
      expect(findings.map(({ message }) => message).join("\n")).toContain(words);
      for (const { message } of findings) expect(message).toMatch(/^Unexpected .*, expected .*; .*[^.]$/su);
    },
  );

  test("every finding has a case, and an explanation of its own", () => {
    const found = new Set(cases.flatMap(([, , rules]) => rules));
    const ids = collectExplanations.map(({ id }) => id);
    expect([...found].sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => explanations.some((one) => one.id === id))).toEqual([]);
    for (const { summary, why, good, bad } of collectExplanations) {
      expect([summary, why]).toEqual([summary.trim(), why.trim()]);
      expect(summary).toMatch(/\w$/u);
      expect([good.trim() === "", bad.endsWith("\n«»")]).toEqual([false, true]);
    }
  });

  test("does not keep other papers from being read", async () => {
    const { papers, refused, findings } = await collected({ "returned/a.docx": "%PDF", "returned/b.docx": filled() });
    expect([papers.map(({ file }) => file.path), refused]).toEqual([["returned/b.docx"], ["returned/a.docx"]]);
    expect(findings.length).toBe(1);
  });

  test("huge files are not even opened", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "returned"));
    for (const name of ["a.docx", "b.json"]) {
      writeFileSync(join(folder, "returned", name), "PK");
      truncateSync(join(folder, "returned", name), 300 * 1024 * 1024);
    }
    const found = await collect(ioIn(folder), ["returned"], { specs: null, skipped: new Set() });
    expect(found?.findings.map(({ rule }) => rule)).toEqual(["paper-too-large", "paper-too-large"]);
  });
});

describe("a document that lost what it says of itself", () => {
  const without = (bytes: Uint8Array, names: readonly string[]) =>
    editDocx(bytes, Object.fromEntries(names.map((name) => [name, null])));
  const marked = without(filled(), ["customXml/item1.xml"]);
  const atFoot = without(filled(), ["customXml/item1.xml", "docProps/custom.xml"]);

  test.each([
    ["all but its mark", marked],
    ["all but the foot of its sheets", atFoot],
  ])("%s is read with the specification", async (_, bytes) => {
    const { papers, findings } = await collected({ "returned/a.docx": bytes });
    expect(findings).toEqual([]);
    expect(papers[0]?.paper.record).toEqual(record());
  });

  test("says that the wording is not known where that has changed", async () => {
    const found = await collected({ "returned/a.docx": marked }, ["returned"], reworded);
    expect(rulesOf(found)).toEqual(["paper-other-version"]);
    expect(found.papers[0]?.fit?.changed.length).toBe(3);
    expect(found.papers[0]?.paper.record.specification.hash).toBe(record().specification.hash);
  });

  test("is refused where the specification is not there", async () => {
    const folder = emptyFolder();
    writeInto(folder, { "a.docx": marked, "b.docx": atFoot });
    const found = await collect(ioIn(folder), ["."], { specs: null, skipped: new Set() });
    expect(found?.findings.map(({ rule }) => rule)).toEqual(["paper-unmarked", "paper-unmarked"]);
    expect(found?.findings[0]?.message).toContain("`l2-example-award`");
  });
});

describe("files", () => {
  test("in folders are told by their names, and lock files are nobody's", async () => {
    const files = {
      "returned/Sam.DOCX": filled(),
      "returned/deep/er/alex.json": json(record(new Map([...sam, ["me.number", "9"]]))),
      "returned/~$Sam.docx": "lock",
      "returned/.DS_Store": "x",
      "returned/photo.jpg": "x",
      "returned/package.json": '{ "name": "other" }',
    };
    const { papers, others } = await collected(files);
    expect(papers.map(({ file }) => file.path)).toEqual(["returned/Sam.DOCX", "returned/deep/er/alex.json"]);
    expect(others).toEqual(["returned/package.json", "returned/photo.jpg"]);
  });

  test("that are named are read whatever they are called, and refused where they are something else", async () => {
    const files = {
      "returned/a.txt": json(record()),
      "returned/b.pdf": "%PDF",
      "returned/c.json": "{}",
      "returned/d.txt": "Hello",
    };
    const { papers, findings } = await collected(files, Object.keys(files));
    expect(papers.map(({ file }) => file.path)).toEqual(["returned/a.txt"]);
    expect(findings.map(({ place }) => place.file.path)).toEqual([
      "returned/b.pdf",
      "returned/c.json",
      "returned/d.txt",
    ]);
  });

  test("are found by patterns, once each", async () => {
    const { papers, others } = await collected({ "returned/a.docx": filled(), "returned/~$a.docx": "" }, [
      "returned/*.docx",
      "returned",
      "returned/a.docx",
    ]);
    expect([papers.length, others]).toEqual([1, []]);
  });

  test.each([
    ["nowhere", "No such file or folder"],
    ["*.docx", "No file matches"],
    ["units", "No filled papers"],
  ])("are missed where there are none: %s", async (path, message) => {
    await expect(collected({}, [path])).rejects.toThrow(message);
  });
});

describe("what has no place in a record", () => {
  test("is kept among its other fields", async () => {
    const values = new Map([...decided, ["hot-drinks.1.1.r", "Nearly"]]);
    const { papers } = await collected({ "returned/a.docx": fillDocx(checklist.bytes, checklist.part.fields, values) });
    const [first] = papers;
    expect(first?.paper.record.criteria[0]?.assessment.decision).toBeNull();
    expect(first?.paper.record.fields).toEqual({ "hot-drinks.1.1.r": "Nearly" });
  });

  test("is what a list of evidence says of criteria that do not say the same", async () => {
    const values = new Map([
      ...sam,
      ["log.1.criteria", "1.1 and 1.2"],
      ["log.2.description", "A letter"],
      ["log.2.criteria", "2.1"],
    ]);
    const { papers } = await collected({ "returned/a.docx": filled(values) });
    expect(papers[0]?.paper.record.fields).toEqual({ "log.1.criteria": "1.1 and 1.2", "log.2.criteria": "2.1" });
    const agreeing = new Map([...sam, ["log.1.criteria", "1.2"]]);
    expect((await collected({ "returned/a.docx": filled(agreeing) })).papers[0]?.paper.record.fields).toEqual({});
  });
});

test("records are named after their learners, and no two alike", async () => {
  const named = (name: string | null, number: string | null, at: number) => [
    `returned/${at}.json`,
    json(record(sam, { learner: { name, number, centre: null } })),
  ];
  const learners = [
    ["Zoë O’Hara-Smith", "7/7"],
    ["ZOË  O’Hara Smith", "7-7"],
    [null, null],
    ["../../etc/passwd", null],
    ["x".repeat(300), null],
  ] as const;
  const { papers } = await collected(Object.fromEntries(learners.map(([name, number], at) => named(name, number, at))));
  const end = "l2-example-award-learner-workbook.json";
  expect(recordNames(papers)).toEqual([
    `Zoë-O-Hara-Smith-7-7-${end}`,
    `ZOË-O-Hara-Smith-7-7-${end.replace(".json", "-2.json")}`,
    `2-${end}`,
    `etc-passwd-${end}`,
    `${"x".repeat(40)}-${end}`,
  ]);
});
