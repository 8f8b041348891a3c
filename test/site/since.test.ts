import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { differencesOf } from "../../src/site/differences.ts";
import { wordsFor } from "../../src/words/words.ts";
import { check } from "../../src/workspace/check.ts";
import { readSides } from "../../src/workspace/compared-sides.ts";
import { readFormerState } from "../../src/workspace/former-state.ts";
import { qualification, unit } from "../build/specs.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { commit, git } from "../git/repository.ts";
import { emptyFolder, environment, runQualspec } from "../run-qualspec.ts";
import { siteIn } from "./site-of.ts";

const framework = (title: string) =>
  `kind: framework\nid: craft\ntitle: Craft\nnotice: A sketch.\nnodes: [{ id: oven, title: ${title} }]\n`;
const facts = (version: string, more = "") =>
  `version: "${version}"\nissued: 2026-03-0${version.at(0)}\nchanges:\n${more}  - { version: "1.0", date: 2026-02-02, summary: First issue. }\n`;
const first: Files = {
  "qualspec.yaml": "format: 1\n",
  "q.yaml": qualification("a, b", facts("1.0")),
  "r.yaml": qualification("b, c", facts("1.0"), "r"),
  "s.yaml": qualification("d", "", "s"),
  "gone.yaml": qualification("d", "", "gone"),
  "a.yaml": unit("a", "assessment: { maps: { craft: [oven] } }\n"),
  "b.yaml": unit("b").replace("key: state-a }", "key: state-a, guidance: Once, task: Do it }"),
  "c.yaml": unit("c"),
  "d.yaml": unit("d"),
  "alone.yaml": unit("alone"),
  "craft.yaml": framework("Oven"),
};

/** A repository with the tag `then`, and what became of it since. */
function repository(now: Files, gone: readonly string[] = []): string {
  const cwd = emptyFolder();
  git(cwd, "init", "-q");
  commit(cwd, first);
  git(cwd, "tag", "then");
  writeInto(cwd, now);
  for (const path of gone) rmSync(join(cwd, path));
  return cwd;
}

const world = (cwd: string) => ({ ...ioIn(cwd), env: environment() });

async function formerState(cwd: string, named: readonly string[] = []) {
  const [workspace] = (await check(world(cwd), named.length === 0 ? ["."] : named)).workspaces;
  if (workspace === undefined) throw new Error("no workspace");
  return readFormerState(world(cwd), named, workspace, "then");
}

async function siteSince(cwd: string, url: string | null = null) {
  const { before, after } = await formerState(cwd);
  return siteIn(cwd, url, differencesOf(before, after, "then", wordsFor({})));
}

const main = (page: string | undefined) => /<main.*<\/main>/su.exec(page ?? "")?.[0] ?? "";

test("what is different is told change by change, on pages that lead to each other", async () => {
  const cwd = repository(
    {
      "s.yaml": qualification("d", "", "s").replace("regulators: none", "regulators: [qualifications-wales]"),
      "q.yaml": qualification("a, b", facts("2.0", '  - { version: "2.0", date: 2026-05-05, summary: Renewed. }\n')),
      "b.yaml": unit("b").replace(
        "State A, key: state-a }",
        "State A in full, key: state-a, guidance: Twice, task: Do all of it }",
      ),
      "alone.yaml": unit("alone").replace("level: 3", "level: 4"),
      "craft.yaml": framework("Hot oven"),
      "new.yaml": qualification("c", facts("1.0"), "new"),
    },
    ["gone.yaml"],
  );
  const site = await siteSince(cwd, "https://example.org/");
  const pages = Object.keys(site).filter((path) => /^(?:changes|since)/u.test(path));
  expect(pages).toEqual([
    "changes.html",
    "since.html",
    "changes/q.html",
    "changes/r.html",
    "changes/alone.html",
    "changes/craft.html",
  ]);
  expect(main(site["changes.html"])).toContain('<a class="action" href="since.html">');
  const list = main(site["since.html"]);
  expect(list).toContain("Version 2.0, compared with version 1.0. · 2 changes for learners · 1 change for assessors");
  expect(list).toMatch(/href="qualifications\/new\.html"[^>]*>Qualification new<\/a> <span class="tag">New<\/span>/u);
  expect(list).toContain("<li>Qualification gone</li>");
  const own = main(site["changes/q.html"]);
  expect(own).toContain("State A <ins>in full</ins>");
  expect(own).toContain("Criterion 1.1: task changed");
  // What is for assessors, or for those who sit a task, is on no page.
  expect(own).not.toMatch(/Once|Twice|Do (?:it|all)/u);
  expect(main(site["changes/craft.html"])).toContain("A sketch.");
  const about = main(site["qualifications/q.html"]);
  expect(about).toContain('Version 2.0, compared with version 1.0. <a href="../changes/q.html">');
  expect(main(site["qualifications/r.html"])).toContain("Compared with then.");
  expect(main(site["qualifications/new.html"])).toContain("New since then.");
  expect(main(site["qualifications/s.html"])).not.toContain('id="changes"');
  const feed = site["feed.xml"] ?? "";
  expect(feed).toContain("<updated>2026-05-05T00:00:00Z</updated>");
  expect(feed).toContain(
    "Renewed. Version 2.0, compared with version 1.0. 2 changes for learners; 1 change for assessors.",
  );
  expect(feed.match(/<entry>/gu)).toHaveLength(4);
  expect(site["sitemap.xml"]).toContain("<loc>https://example.org/changes/q.html</loc>");
});

test("where nothing is different, that is said", async () => {
  const site = await siteSince(repository({ "notes.txt": "No specification", "c.yaml": `${unit("c")}\n# a note\n` }));
  expect(main(site["changes.html"])).toContain("Nothing is different from what these specifications said then.");
  expect(Object.keys(site).filter((path) => /^(?:changes\/|since)/u.test(path))).toEqual([]);
});

test("more changes than a page holds go on over several, and each change is on one", async () => {
  const long = "word ".repeat(400);
  const criteria = (text: string) =>
    Array.from({ length: 60 }, (_, at) => `      - { criterion: "${text} ${at} ${long}", key: k${at} }\n`).join("");
  const many = (text: string) => unit("c").replace(/ {6}- \{ criterion.*\n/u, criteria(text));
  const cwd = repository({ "c.yaml": many("State") });
  git(cwd, "add", "-A");
  git(cwd, "commit", "-q", "-m", "Many");
  git(cwd, "tag", "-f", "then");
  writeInto(cwd, { "c.yaml": many("Explain") });
  const site = await siteSince(cwd);
  const pages = Object.entries(site).filter(([path]) => path.startsWith("changes/r"));
  expect(pages.map(([path]) => path).slice(0, 2)).toEqual(["changes/r.html", "changes/r.2.html"]);
  for (const [path, text] of pages) expect(Buffer.byteLength(text), path).toBeLessThan(200_000);
  expect(pages.flatMap(([, text]) => text.match(/Criterion 1\.\d+ reworded/gu) ?? [])).toHaveLength(60);
});

test.each<[string, Files, readonly string[]]>([
  ["a unit that only another qualification keeps", { "q.yaml": qualification("a", facts("1.0")) }, []],
  ["a shared unit", { "b.yaml": unit("b").replace("State A", "State B") }, []],
  [
    "a unit that moves to another qualification",
    { "q.yaml": qualification("a"), "s.yaml": qualification("d, b", "", "s") },
    [],
  ],
  [
    "a unit that is renamed",
    { "e.yaml": unit("e").replace("Unit e", "Unit c"), "r.yaml": qualification("b, e", facts("1.0"), "r") },
    ["c.yaml"],
  ],
  [
    "a framework",
    {
      "craft.yaml": framework("Stove"),
      "next.yaml": "kind: framework\nid: next\ntitle: N\nreplaces: craft\nnodes: [{ id: a }]\n",
    },
    [],
  ],
  ["the settings", { "qualspec.yaml": "format: 1\nlanguage: cy\n" }, []],
  [
    "everything gone but one",
    { "q.yaml": qualification("a") },
    ["r.yaml", "s.yaml", "gone.yaml", "b.yaml", "c.yaml", "d.yaml", "alone.yaml"],
  ],
])("what a changed file touches is all that is read, and makes no difference: %s", async (_, now, gone) => {
  const cwd = repository(now, gone);
  const { before, after } = await formerState(cwd);
  const [then, since] = (await readSides(world(cwd), [], "then")).map(({ model }) => model.workspaces[0]?.corpus);
  if (then === undefined || since === undefined) throw new Error("no workspace");
  const sorted = (changes: ReturnType<typeof compare>["changes"]) => changes.map((one) => JSON.stringify(one)).sort();
  expect(sorted(compare(before, after).changes)).toEqual(sorted(compare(then, since).changes));
});

test("what git cannot say is told in words that fit", () => {
  const cwd = repository({});
  const since = (folder: string, revision: string) =>
    runQualspec(["site", "--no-papers", "--since", revision], { cwd: folder });
  expect(since(cwd, "nowhere").stderr).toContain("Unknown revision `nowhere`");
  expect(since(cwd, "nowhere").code).toBe(2);
  const outside = emptyFolder();
  writeInto(outside, first);
  expect(since(outside, "v1").stderr).toContain(`No git repository at ${outside}`);
  commit(cwd, { "q.yaml": "kind: qualification\nid: q\n", "a.yaml": "kind: unit\nid: a\ntitle: [\n" });
  git(cwd, "tag", "broken");
  writeInto(cwd, first);
  const { stderr, code } = since(cwd, "broken");
  expect(stderr).toMatch(/^Nothing was built: `broken` cannot be compared with.*the first in a\.yaml:3/mu);
  expect(code).toBe(1);
});
