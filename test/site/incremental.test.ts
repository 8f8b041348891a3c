import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../src/commands/command-line.ts";
import { qualification, unit } from "../build/specs.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { house } from "../house/house-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const craft = (unmapped: string, more = "") =>
  `kind: framework\nid: craft\ntitle: Craft\nnodes:\n  - { id: oven, title: Oven }\n  - { id: fire, title: ${unmapped} }\n${more}`;
const newer = (title: string) =>
  `kind: framework\nid: craft-2\ntitle: ${title}\nversion: "2"\nreplaces: craft\nnodes: [{ id: oven, title: Oven }]\n`;
const mapped = (text: string, glossary = "A fire in a box.") =>
  `${unit("a").replace("State A", text)}assessment: { maps: { craft: [oven] } }\nglossary: [{ term: Oven, meaning: ${glossary} }]\n`;
const log = 'version: "1.0"\nchanges: [{ version: "1.0", date: 2026-02-02, summary: First issue. }]\n';
const optional = "    - { id: O, require: { units: { min: 1 } }, units: [c, d] }\n";
const settings = (more = "") => `house: { brand: brand${more} }\n`;

const start: Files = {
  ...house("colours: { accent: '#104060' }\nfooter: One\n"),
  "q.yaml": qualification("a, b", log) + optional,
  "r.yaml": qualification("b", "", "r"),
  "a.yaml": mapped("State A"),
  "b.yaml": unit("b"),
  "c.yaml": unit("c"),
  "d.yaml": unit("d"),
  "craft.yaml": craft("Fire"),
  "craft-2.yaml": newer("Craft, renewed"),
};

/** One change of each kind, made one after the other; null takes a file away. */
const steps: readonly (readonly [string, string, Readonly<Record<string, string | null>>])[] = [
  ["a criterion", "units/a.html", { "a.yaml": mapped("State all of A") }],
  ["a glossary", "glossary.html", { "a.yaml": mapped("State all of A", "A fire in a room.") }],
  ["an entry that nothing is mapped to", "frameworks/craft.html", { "craft.yaml": craft("Flame") }],
  ["a notice of a framework", "units/a.html", { "craft.yaml": craft("Flame", "notice: A sketch.\n") }],
  ["a framework that nothing is mapped to", "frameworks/craft.html", { "craft-2.yaml": newer("Craft, again") }],
  ["the title of a shared unit", "qualifications/r.html", { "b.yaml": unit("b").replace("Unit b", "Unit B") }],
  ["the title of a qualification", "units/b.html", { "r.yaml": qualification("b", "", "r").replace("n r", "n R") }],
  [
    "rules of combination",
    "plans/q.html",
    { "q.yaml": qualification("a, b", log) + optional.replace("min: 1", "min: 2") },
  ],
  [
    "the log of changes",
    "changes.html",
    { "q.yaml": qualification("a, b", log.replace("First", "The first")) + optional },
  ],
  ["words of the house", "index.html", { "qualspec.yaml": settings(", terms: { unit.many: modules }") }],
  ["the language", "units/c.html", { "qualspec.yaml": `language: cy\n${settings()}` }],
  ["the brand", "assets/site.css", { "brand/brand.yaml": "colours: { accent: '#501030' }\nfooter: Two\n" }],
  [
    "a unit that is used no more",
    "units.html",
    { "d.yaml": null, "q.yaml": qualification("a, b", log) + optional.replace(", d", "") },
  ],
  ["a qualification that comes", "qualifications/s.html", { "s.yaml": qualification("c", "", "s") }],
];

test("made again after any change, a website is what it is made from nothing", async () => {
  const cwd = emptyFolder();
  writeInto(cwd, start);
  const make = (out: string) =>
    runCommandLine(
      ["site", "--url", "https://example.org/", "--document", "mapping-matrix", "--to", "md", "--out", out],
      ioIn(cwd),
      "0",
    );
  expect(await make("again")).toBe(0);
  for (const [name, page, files] of steps) {
    const before = snapshot(join(cwd, "again"));
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(cwd, path));
      else writeInto(cwd, { [path]: text });
    }
    expect(await make("again"), name).toBe(0);
    rmSync(join(cwd, "fresh"), { recursive: true, force: true });
    await make("fresh");
    const made = snapshot(join(cwd, "again"));
    expect(made, name).toEqual(snapshot(join(cwd, "fresh")));
    // It is a change that can be seen: else it would show nothing.
    expect(made[page] !== before[page], name).toBe(true);
  }
});

/** Every file below a folder, with what is in it. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name.replace(/\\/gu, "/"), readFileSync(join(folder, name), "utf8")]));
}
