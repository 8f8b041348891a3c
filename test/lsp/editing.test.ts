import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type CompletionItem,
  type Hover,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol";
import { writeInto } from "../check-folder.ts";
import { Editor } from "./editor.ts";
import { sample } from "./sample.ts";

/** Two folders, both open in one editor that shows letters as they are. The second has a character that addresses do not. */
const [one, two] = ["one", "zwei größer"].map((name) =>
  realpathSync.native(mkdtempSync(join(tmpdir(), `qualspec-lsp-${name}-`))),
) as [string, string];
writeInto(one, sample);
writeInto(two, { "qualspec.yaml": "format: 1\n", "ua.yaml": String(sample["ub.yaml"]).replace("id: ub", "id: ua") });
const editor = new Editor(one);
const inTwo = pathToFileURL(join(two, "ua.yaml")).href;

beforeAll(async () => {
  await editor.start([one, two], {
    workspace: { workspaceFolders: true },
    textDocument: {
      hover: { contentFormat: ["plaintext"] },
      completion: { completionItem: { documentationFormat: ["plaintext"] } },
    },
  });
});
afterAll(() => {
  editor.kill();
  for (const folder of [one, two]) rmSync(folder, { recursive: true, force: true });
});

test("two folders are looked at by themselves: one id in both is no clash, and findings go with their folder", async () => {
  await editor.write("ua.yaml", String(sample["ua.yaml"]));
  const isSaid = (found: readonly { readonly code?: string | number }[]) =>
    found.some(({ code }) => code !== undefined);
  const found = await editor.findings(inTwo, isSaid);
  expect(found.map(({ code }) => code)).not.toContain("id-unique");
  expect((await editor.findings("ua.yaml")).map(({ code }) => code)).not.toContain("id-unique");
  const event = { added: [], removed: [{ uri: pathToFileURL(two).href, name: "two" }] };
  await editor.notify("workspace/didChangeWorkspaceFolders", { event });
  expect(await editor.findings(inTwo, (told) => told.length === 0)).toEqual([]);
});

test("letters that are typed one after another are taken in where the editor has them", async () => {
  const text = 'kind: unit\r\nid: typed\r\ntitle: "🫖 té"\r\nlevel: 2\r\nlearningOutcomes: []\r\n';
  await editor.write("typed.yaml", text);
  await editor.findings("typed.yaml");
  const uri = editor.uri("typed.yaml");
  const line = (number: number, from: number, to: number) => ({
    start: { line: number, character: from },
    end: { line: number, character: to },
  });
  // The second counts on from what the first has made: `title: "🫖🫖 té"  # x`, and `levl` further down.
  await editor.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: line(2, 10, 10), text: "🫖" },
      { range: line(2, 16, 16), text: "\r\nlevl: 3" },
      { range: line(4, 0, 10), text: "" },
    ],
  });
  const told = new Promise<PublishDiagnosticsParams>((resolve) => {
    editor.onPublish = (params) => params.uri === uri && params.version === 3 && resolve(params);
  });
  await editor.notify("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [{ range: line(3, 6, 7), text: "4" }],
  });
  const hovered = await editor.request<Hover>("textDocument/hover", "typed.yaml", {
    position: { line: 1, character: 5 },
  });
  expect(JSON.stringify(hovered.contents)).toContain("🫖🫖 té");
  const [finding] = (await told).diagnostics;
  expect(finding).toMatchObject({ code: "unknown-key", range: line(3, 0, 4) });
});

test("of a file that was never right the texts are told with their numbers", async () => {
  const text = String(sample["ua.yaml"]).replace("id: ua", "id: uz").replace("level: 2", "levl: 2");
  const marked = text.replace("Describe a cup", "Desc|ribe a cup");
  const { contents } = await editor.ask<Hover>("textDocument/hover", "uz.yaml", marked);
  expect(contents).toMatchObject({ value: "1.2 Describe a cup\n\nOf a file that has something wrong with it" });
  await editor.close("uz.yaml");
  await editor.findings("uz.yaml", (found) => found.length === 0);
});

test("findings that the editor knows are not told again", async () => {
  await editor.write("q.yaml", String(sample["q.yaml"]));
  await editor.write("ua.yaml", String(sample["ua.yaml"]));
  await editor.findings("q.yaml");
  await editor.findings("ua.yaml");
  const told: string[] = [];
  editor.onPublish = ({ uri }) => told.push(uri);
  await editor.write("ua.yaml", String(sample["ua.yaml"]).replace("Making tea", "Making strong tea"));
  await editor.findings("ua.yaml", (found) => found.length > 0);
  expect(told).toEqual([editor.uri("ua.yaml")]);
  await editor.write("ua.yaml", String(sample["ua.yaml"]));
  await editor.findings("ua.yaml");
});

test("who shows letters as they are gets no Markdown", async () => {
  const says = await editor.ask<Hover>("textDocument/hover", "q.yaml", String(sample["q.yaml"]).replace("[ua", "[u|a"));
  expect(says.contents).toMatchObject({ kind: "plaintext", value: expect.stringMatching(/^Making tea\n/u) });
  const items = await editor.ask<CompletionItem[]>("textDocument/completion", "new.yaml", "kind: unit\nid: x\nai|");
  expect(items.find(({ label }) => label === "aim")?.documentation).toMatchObject({ kind: "plaintext" });
});

test("a question that is taken back during a look is answered so", async () => {
  const source = new CancellationTokenSource();
  await editor.write("ua.yaml", `${String(sample["ua.yaml"])}# changed\n`);
  const nowhere = { line: 0, character: 0 };
  const asked = editor.connection.sendRequest(
    "textDocument/codeAction",
    {
      textDocument: { uri: editor.uri("ua.yaml") },
      range: { start: nowhere, end: nowhere },
      context: { diagnostics: [] },
    },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await editor.request("textDocument/documentSymbol", "ua.yaml")).not.toEqual([]);
});
