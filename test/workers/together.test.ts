import { join } from "node:path";
import { expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { makeFiles } from "../../src/papers/make-files.ts";
import { makingOf } from "../../src/papers/making.ts";
import { PaperFinding } from "../../src/papers/paper-finding.ts";
import { type Paper, planPapers } from "../../src/papers/plan-papers.ts";
import { siteMakings } from "../../src/site/make-site.ts";
import { check } from "../../src/workspace/check.ts";
import { Library } from "../../src/workspace/library.ts";
import { readTargets } from "../../src/workspace/read-targets.ts";
import { readTogether } from "../../src/workspace/read-together.ts";
import { findTargets } from "../../src/workspace/targets.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { qualification, unit } from "../build/specs.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { entry, withCrew } from "./with-crew.ts";

const sound: Files = {
  "qualspec.yaml": "format: 1\nhouse: { brand: brand, terms: { unit.one: module, unit.many: modules } }\n",
  "units/a.yaml": unit("a"),
  "q.yaml": qualification("a", 'version: "1.2"\nstatus: published\n'),
};

async function papersOf(files: Files, names: readonly string[] | null) {
  const cwd = emptyFolder();
  writeInto(cwd, files);
  const io = ioIn(cwd);
  const checked = await check(io, ["."]);
  const choice = { isAll: names === null, documents: names, to: ["html", "md", "docx"], units: null, out: null };
  return { cwd, checked, papers: planPapers(checked, choice, io) };
}

test("papers and pages have the same bytes, whoever makes them", async () => {
  const { cwd, checked, papers } = await papersOf(sound, null);
  const some = papers.filter(({ document }) => document.isUsual === true);
  const site = siteMakings(checked, some, { out: null, url: "https://example.org/", differences: null, cwd });
  const makings = [...papers.map(makingOf), ...site];
  expect(makings.length).toBeGreaterThan(documents.length * 2);
  const own = await withCrew(async (crew) => {
    for (const { path, encode } of makings) {
      const [alone, together] = [await encode(), await encode(undefined, crew)];
      expect(Buffer.compare(alone, together), path).toBe(0);
    }
  });
  expect(own).toBe(0);
});

test("a slip that shows when a template of the house is filled is told alike", async () => {
  const repeated =
    '{{> cover}}{{#each people}}{{#each ../people}}<field name="{{name}}" label="x" />{{/each}}{{/each}}';
  const files = { ...sound, "brand/templates/observation-record.hbs": repeated };
  const { cwd, papers } = await papersOf(files, ["observation-record"]);
  const told: unknown[] = [];
  const make = async (how: Partial<Parameters<typeof makeFiles>[1]>) => {
    const all = { isForced: false, cwd, afterEach: () => false, ...how };
    const error: unknown = await makeFiles(papers.map(makingOf), all).catch((one: unknown) => one);
    if (!(error instanceof PaperFinding)) throw error;
    told.push(error.finding);
  };
  await make({});
  await withCrew((crew) => make({ crew }));
  expect(told[1]).toEqual(told[0]);
});

test("a house's own template makes the same paper in another thread", async () => {
  const files = {
    ...sound,
    "brand/templates/observation-record.hbs": "{{> cover}}<p>{{cover.title}}, as we like it</p>",
  };
  const { papers } = await papersOf(files, ["observation-record"]);
  const [first] = papers as readonly [Paper];
  const own = await withCrew(async (crew) => {
    const paper = new TextDecoder().decode(await makingOf(first).encode(undefined, crew));
    expect(paper).toContain("as we like it");
  });
  expect(own).toBe(0);
});

test("files are read alike, those with something wrong too", async () => {
  const cwd = emptyFolder();
  writeInto(cwd, {
    ...sound,
    "units/alias.yaml": unit("alias", "notice: &n Text\nresources: [{ title: *n }]\n"),
    "units/broken.yaml": "kind: unit\nid: 'b\n",
    "units/shape.yaml": unit("shape", "extra: 1\n"),
    "units/tab.yaml": unit("tab", "notice: Use # this and that\n"),
    "other.yaml": "a: 1\n",
  });
  const io = { ...ioIn(cwd), threads: { entry, most: 2 } };
  const workspace = await openWorkspace(cwd, cwd);
  const targets = (await findTargets(io, ["."], { stdinName: "-" })).filter(
    ({ path }) => path !== join(cwd, "qualspec.yaml"),
  );
  const alone = await readTargets(ioIn(cwd), new Library(workspace, cwd), targets, true);
  const together = await readTogether(io, new Library(workspace, cwd), targets);
  expect(together).toEqual(alone);
  expect(alone.map(({ file }) => file.sound !== null)).toContain(false);
  const places = (read: typeof alone) => read.map(({ file }) => file.sound?.spec.valueAt(["title"]));
  expect(places(together)).toEqual(places(alone));
});
