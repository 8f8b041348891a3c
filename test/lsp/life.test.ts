import { expect, onTestFinished, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-protocol";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { Editor } from "./editor.ts";
import { sample } from "./sample.ts";

async function openSample(args: readonly string[] = []): Promise<Editor> {
  const folder = emptyFolder();
  writeInto(folder, sample);
  const editor = new Editor(folder, args);
  onTestFinished(() => editor.kill());
  return editor.start();
}

test("ends with 0 when it is told to, having printed nothing but the protocol", async () => {
  const editor = await openSample();
  await editor.write("ua.yaml", String(sample["ua.yaml"]));
  await editor.findings("ua.yaml");
  expect(editor.result).toMatchObject({
    serverInfo: { name: "qualspec" },
    capabilities: { positionEncoding: "utf-16", textDocumentSync: { openClose: true, change: 2 } },
  });
  expect(await editor.stop()).toBe(0);
  expect(editor.stderr).toBe("");
});

test("ends with 0 in the midst of a look", async () => {
  const editor = await openSample();
  await editor.write("ua.yaml", String(sample["ua.yaml"]));
  expect(await editor.stop()).toBe(0);
  expect(editor.stderr).toBe("");
});

test("ends with 1 when the editor goes away without a word", async () => {
  const editor = await openSample(["--stdio"]);
  editor.hangUp();
  expect(await editor.exit).toBe(1);
});

test("lives on behind a question that cannot be answered, and looks at the last of many changes only", async () => {
  const editor = await openSample();
  const versions: (number | undefined)[] = [];
  editor.onPublish = ({ uri, version }) => {
    if (uri.endsWith("ua.yaml")) versions.push(version);
  };
  await editor.write("ua.yaml", String(sample["ua.yaml"]));
  await editor.findings("ua.yaml");
  await expect(editor.request("textDocument/hover", "ua.yaml")).rejects.toThrow();
  await expect(editor.request("textDocument/none-such", "ua.yaml")).rejects.toThrow("Unhandled method");
  const before = versions.length;
  for (let typed = 1; typed <= 20; typed += 1) {
    await editor.write("ua.yaml", String(sample["ua.yaml"]).replace("Making tea", `Making ${"tea ".repeat(typed)}`));
  }
  await editor.findings("ua.yaml");
  expect(versions.slice(before).at(-1)).toBe(21);
  expect(versions.length - before).toBeLessThan(6);
});

test("leaves shape and keys to another server with --no-schema", async () => {
  const editor = await openSample(["--no-schema"]);
  await editor.write("ua.yaml", `${String(sample["ua.yaml"])}glh: 3\n`);
  await editor.write("q.yaml", String(sample["q.yaml"]).replace("[ua, ub]", "[ua, none-such]"));
  const found = await editor.findings("q.yaml", (told) => told.some(({ code }) => code === "unit-exists"));
  expect(found.length).toBeGreaterThan(0);
  expect(await editor.findings("ua.yaml")).toEqual([]);
  const labels = async (marked: string) =>
    ((await editor.ask<CompletionItem[]>("textDocument/completion", "q.yaml", marked)) ?? []).map(({ label }) => label);
  expect(await labels("kind: qualification\nid: q\n|")).toEqual([]);
  expect(await labels("kind: qualification\nid: q\nstatus: |")).toEqual([]);
  expect(await labels("kind: qualification\nid: q\nrulesOfCombination:\n  barred: [[|")).toContain("ub");
  expect(await editor.ask("textDocument/hover", "q.yaml", "kind: qualification\nid: q\nsta|tus: draft\n")).toBeNull();
});

test("says once what keeps a folder from being looked at", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "qualspec.yaml": "specs: [gone]\n", "a.yaml": String(sample["ub.yaml"]) });
  const editor = new Editor(folder);
  onTestFinished(() => editor.kill());
  await editor.start();
  expect(await editor.warning((message) => message.includes("gone"))).toContain("No such file or folder");
});

test("is told of as a usage error where it is called with a path", () => {
  const { code, stderr } = runQualspec(["lsp", "units"], { cwd: emptyFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain("Too many arguments");
});
