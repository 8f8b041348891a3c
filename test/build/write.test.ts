import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFiles } from "../../src/files/write.ts";
import { emptyFolder } from "../run-qualspec.ts";

const file = (folder: string, name: string) => ({
  path: join(folder, ...name.split("/")),
  printed: name,
  bytes: new TextEncoder().encode("new"),
});

test("writes all files, in folders that are not there yet, and leaves nothing beside them", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "a"), "old");
  writeFiles([file(folder, "a"), file(folder, "b/c/d")]);
  expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual([
    "a",
    "b",
    join("b", "c"),
    join("b", "c", "d"),
  ]);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("new");
});

test("a folder that is there by the time it is made is not one of ours to remove", () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "b"));
  expect(() => writeFiles([file(folder, "b/c/d"), file(folder, "b/c")])).toThrow("Cannot write b/c: it is a folder");
  expect(readdirSync(folder, { recursive: true })).toEqual(["b"]);
});

test.skipIf(process.platform !== "linux")("where no folder can be made, that is said at once (only on Linux)", () => {
  const bad = { path: "/proc/qualspec/a/b", printed: "b", bytes: new Uint8Array() };
  const start = performance.now();
  expect(() => writeFiles([bad])).toThrow("Cannot write b: no folder can be made there; name another");
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  ["a target is a folder", "taken"],
  ["a part of a path is a file", "a/deeper"],
])("%s: everything is as before", (_, bad) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "a"), "old");
  mkdirSync(join(folder, "taken"));
  writeFileSync(join(folder, "taken", "kept"), "kept");
  const before = readdirSync(folder, { recursive: true }).map(String).sort();
  expect(() => writeFiles([file(folder, "a"), file(folder, "b/c/d"), file(folder, "b/e"), file(folder, bad)])).toThrow(
    `Cannot write ${bad}`,
  );
  expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual(before);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
});
