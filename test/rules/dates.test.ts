import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

const file = (keys: string) => ({ "q.yaml": `kind: qualification\nid: q\ntitle: Q\nstatus: published\n${keys}` });
const log = (...entries: readonly (readonly [version: string, date: string])[]) =>
  `changes:\n${entries.map(([version, date]) => `  - { version: "${version}", date: ${date}, summary: New. }\n`).join("")}`;

test.each<[dates: string, found: readonly string[]]>([
  ["operationalStart: 2026-09-01, review: 2026-08-31", ["2026-08-31"]],
  ["operationalStart: 2026-09-01, review: 2026-09-01", []],
  ["operationalStart: 2026-09-01, operationalEnd: 2027-08-31, review: 2029-01-01", []],
  ["review: 2001-01-01", []],
])("the review of { %s }", async (dates, found) => {
  expect(await textsOf("dates-in-order", file(`dates: { ${dates} }\n`))).toEqual(found);
});

test.each<[about: string, keys: string, found: readonly string[]]>([
  ["on one day", `version: "1.0"\nissued: 2026-04-01\n${log(["1.0", "2026-04-01"])}`, []],
  ["on another day", `version: "1.0"\nissued: 2026-04-01\n${log(["1.0", "2026-04-02"])}`, ["2026-04-02"]],
  ["before the newest", `version: "1.1"\nissued: 2026-05-01\n${log(["1.1", "2026-05-01"], ["1.0", "2026-04-02"])}`, []],
  ["without its day", `version: "1.0"\n${log(["1.0", "2026-04-02"])}`, []],
])("an entry for a version issued %s", async (_, keys, found) => {
  expect(await textsOf("changes-recorded", file(keys))).toEqual(found);
});

const started = "dates: { operationalStart: 2026-09-01 }\n";
test.each<[about: string, keys: string, found: readonly string[]]>([
  ["before the start", `version: "1.0"\nissued: 2026-09-01\n${started}${log(["1.0", "2026-09-01"])}`, []],
  ["after the start", `version: "1.0"\nissued: 2026-10-01\n${started}${log(["1.0", "2026-10-01"])}`, ["2026-10-01"]],
  [
    "before the start, with a second after it",
    `version: "1.1"\nissued: 2026-10-01\n${started}${log(["1.1", "2026-10-01"], ["1.0", "2026-08-01"])}`,
    [],
  ],
  [
    "where the log begins in the middle",
    `version: "3.2"\nissued: 2026-10-01\n${started}${log(["3.2", "2026-10-01"])}`,
    [],
  ],
])("a first issue %s", async (_, keys, found) => {
  expect(await textsOf("published-before-start", file(keys))).toEqual(found);
  const draft = Object.fromEntries(
    Object.entries(file(keys)).map(([name, text]) => [name, text.replace("published", "draft")]),
  );
  expect(await textsOf("published-before-start", draft)).toEqual([]);
});

test("an organisation is the same however its name is written, and a majority is right", async () => {
  const one = (id: string, name: string, number: string) =>
    `kind: qualification\nid: ${id}\ntitle: ${id}\nregulators: none\nawardingOrganisation: { name: ${name}, recognitionNumber: ${number} }\n`;
  const files = {
    "a.yaml": one("a", "Example  Awards", "RN5001"),
    "b.yaml": one("b", "example awards", "RN5000"),
    "c.yaml": one("c", "Example Awards", "RN5000"),
    "d.yaml": one("d", "Other Awards", "RN5002"),
    "e.yaml": one("e", "Example Awards", "none"),
  };
  expect(await textsOf("recognition-number-agrees", files)).toEqual(["RN5001"]);
});
