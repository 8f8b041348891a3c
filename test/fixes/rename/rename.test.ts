import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../../src/files/write.ts";
import { rename } from "../../../src/fixes/rename/rename.ts";
import { writeWaivers } from "../../../src/fixes/write-waivers.ts";
import { brief, checkFolder, type Files, ioIn, writeInto } from "../../check-folder.ts";
import { emptyFolder } from "../../run-qualspec.ts";

const day = "2026-04-01";
const unit = (id: string, rest = "") =>
  `kind: unit\nid: ${id}\ntitle: Bake bread\nlevel: 2\nlearningOutcomes:\n  - { outcome: Know how to bake, key: bake }\n${rest}`;
const qualification = (units: string, rest = "") =>
  `kind: qualification\nid: q\ntitle: Q\nrulesOfCombination: { groups: [{ id: M, units: [${units}] }] }\n${rest}`;

/** What renaming in a folder with these files answers. */
async function renameIn(files: Files, address: string, to: string) {
  const folder = emptyFolder();
  writeInto(folder, files);
  return { folder, made: await rename(ioIn(folder), { address, to, retire: "published" }, day) };
}

test("waivers go on covering what they were written for", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": unit("a"), "q.yaml": qualification("a") });
  const checked = await checkFolder(folder);
  expect(checked.findings.length).toBeGreaterThan(3);
  await writeWaivers(folder, checked, { until: "2027-03-31", reason: null });
  expect((await checkFolder(folder)).findings).toEqual([]);
  const made = await rename(ioIn(folder), { address: "a", to: "bread", retire: "published" }, day);
  if ("findings" in made) throw new Error(made.message);
  expect(made.move).toMatchObject({ from: join(folder, "a.yaml"), to: join(folder, "bread.yaml") });
  const after = emptyFolder();
  writeInto(
    after,
    Object.fromEntries(made.files.map((one) => [made.move?.from === one.path ? "bread.yaml" : one.printed, one.after])),
  );
  const again = await checkFolder(after);
  expect(again.findings.map(brief)).toEqual([]);
  expect(again.waived).toHaveLength(checked.findings.length);
});

test("findings that were there stay, and none is added", async () => {
  const { made } = await renameIn({ "a.yaml": unit("a"), "q.yaml": qualification("a, nowhere") }, "a", "b");
  expect("rename" in made && made.files.map(({ printed }) => printed)).toEqual(["a.yaml", "q.yaml"]);
});

test("the comment that keeps the order of units follows", async () => {
  const marker = (ids: string) =>
    `# qualspec bundle writes the units here (order: ${ids}; spaces before the dash: 0)\n`;
  const files = { "a.yaml": unit("a"), "q.yaml": qualification("a", marker("a-b, a")) };
  const { made } = await renameIn(files, "a", "bread");
  expect("rename" in made && made.files.at(-1)?.after).toContain(marker("a-b, bread"));
});

test("nothing is renamed where the new name would be wrong", async () => {
  // Until now no unit had that name; now it would be there, and twice in one list.
  const { made } = await renameIn({ "a.yaml": unit("a"), "q.yaml": qualification("a, later") }, "a", "later");
  expect("findings" in made && made.findings.map(brief)).toEqual(['q.yaml:4:56-4:61 repeated-item "later"']);
});

test("a file that cannot be read and may have the new name stands in the way", async () => {
  const { made } = await renameIn({ "a.yaml": unit("a"), "b-old.yaml": unit("b", "levl: 2\n") }, "a", "b");
  expect(made).toMatchObject({
    exitCode: 1,
    message: "Nothing was renamed: `b-old.yaml` may have the name `b` already, and cannot be read; mend what is shown",
  });
});

test("a file that cannot be read and may use the name stands in the way", async () => {
  const broken = "kind: qualification\nid: q\ntitle: Q: R\nrulesOfCombination: { groups: [{ id: M, units: [a] }] }\n";
  const { made } = await renameIn({ "a.yaml": unit("a"), "q.yaml": broken }, "a", "b");
  expect(made).toMatchObject({
    exitCode: 1,
    message: "Nothing was renamed: `q.yaml` may use `a`, and cannot be read; mend what is shown",
  });
  const other = await renameIn({ "apple.yaml": unit("apple"), "q.yaml": broken }, "apple", "b");
  expect("rename" in other.made).toBe(true);
});

test("of several workspaces the one that has the id is meant", async () => {
  const two = { "one/qualspec.yaml": "", "one/a.yaml": unit("a"), "two/qualspec.yaml": "", "two/b.yaml": unit("b") };
  const { made } = await renameIn(two, "b", "a");
  expect("rename" in made && made.rename.move).toEqual({ from: "two/b.yaml", to: "two/a.yaml" });
  await expect(renameIn({ ...two, "two/a.yaml": unit("a") }, "a", "c")).rejects.toThrow(
    "Several folders of specifications have the id `a`",
  );
});

test("a file that is there is never overwritten", async () => {
  await expect(renameIn({ "a.yaml": unit("a"), "b.yaml": "- somebody else's\n" }, "a", "b")).rejects.toThrow(
    "Cannot rename a.yaml: `b.yaml` is there already; move it away, or choose another name",
  );
});

test("line ends and a byte-order mark stay", async () => {
  const { made } = await renameIn({ "a.yaml": `\ufeff${unit("a").replaceAll("\n", "\r\n")}` }, "a", "b");
  expect("rename" in made && made.files[0]?.after).toBe(`\ufeff${unit("b").replaceAll("\n", "\r\n")}`);
});

test("all files are written and moved, or none", () => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": "a", "b.yaml": "b" });
  const path = (name: string) => join(folder, name);
  const files = [{ path: path("a.yaml"), printed: "a.yaml", bytes: Buffer.from("new") }];
  const move = (to: string) => [{ from: path("a.yaml"), to: path(to), printed: to }];
  expect(() => writeFiles(files, move("b.yaml"))).toThrow("Cannot write b.yaml: another file is there");
  expect(readdirSync(folder)).toEqual(["a.yaml", "b.yaml"]);
  expect(readFileSync(path("a.yaml"), "utf8")).toBe("a");
  writeFiles(files, move("c.yaml"));
  expect(readdirSync(folder)).toEqual(["b.yaml", "c.yaml"]);
  expect(readFileSync(path("c.yaml"), "utf8")).toBe("new");
});
