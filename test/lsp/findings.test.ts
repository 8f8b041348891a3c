import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CodeAction, Diagnostic, TextDocumentEdit } from "vscode-languageserver-protocol";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { mendFolder } from "../mend-folder.ts";
import { Editor, positionAt } from "./editor.ts";

const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-lsp-")));
const outside = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-lsp-outside-")));
const unit = (id: string, more = "") =>
  `kind: unit\nid: ${id}\ntitle: Unit ${id}\nreference: none\nlevel: 2\ncredit: none\nguidedLearningHours: 3\naim: Learners look at ${id}.\n${more}learningOutcomes:\n  - outcome: Understand ${id}\n    key: o\n    assessmentCriteria:\n      - criterion: Explain how ${id} is used\n        key: c\nassessment: { methods: [questioning], simulation: forbidden }\n`;
const group = (ids: string) =>
  `kind: qualification\nid: q\ntitle: Q\nregulators: none\nrulesOfCombination:\n  groups:\n    - { id: M, title: All of them, require: all, units: [${ids}] }\n`;
const framework = (id: string) => `kind: framework\nid: f\ntitle: F\nnodes:\n  - { id: ${id}, title: N }\n`;
const files: Files = {
  "qualspec.yaml": "format: 1\nrules: { unit-in-qualification: off }\n",
  "q.yaml": group("a, b"),
  "a.yaml": unit("a"),
  "b.yaml": unit("b"),
  "mapped.yaml": unit("mapped").replace("key: c", "key: c\n        maps: { f: [n] }"),
  "f.yaml": framework("n"),
  "compose.yaml": "services:\n  web: { image: nginx }\n",
  "inner/qualspec.yaml": "format: 1\n",
  "inner/x.yaml": unit("x"),
};
writeInto(folder, files);
const editor = new Editor(folder);
beforeAll(() => editor.start());
afterAll(() => {
  editor.kill();
  rmSync(folder, { recursive: true, force: true });
  rmSync(outside, { recursive: true, force: true });
});

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
const has = (code: string) => (found: readonly Diagnostic[]) => codes(found).includes(code);
const lacks = (code: string) => (found: readonly Diagnostic[]) => !codes(found).includes(code);
const tellDisk = (path: string) =>
  editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: editor.uri(path), type: 2 }] });

describe("findings", () => {
  test("are those of the command line", async () => {
    const text = `${unit("a", "glh: 3\n")}x: 1\n`;
    await editor.write("a.yaml", text);
    const shown = await editor.findings("a.yaml", has("unknown-key"));
    writeFileSync(join(folder, "a.yaml"), text);
    const { findings } = await checkFolder(folder);
    const printed = findings.filter(({ place }) => place.file.path === "a.yaml");
    const asPrinted = printed.map(({ rule, place: { file, start } }) => {
      const { line, column } = file.positionAt(start);
      return `${rule} ${line}:${column}`;
    });
    expect(shown.map(({ code, range: { start } }) => `${code} ${start.line + 1}:${start.character + 1}`)).toEqual(
      asPrinted,
    );
    expect(shown[0]).toMatchObject({
      severity: 1,
      source: "qualspec",
      message: "Unexpected key `glh` beside `guidedLearningHours`; remove one of the two",
      data: { rule: "unknown-key", pointer: "/glh" },
    });
    expect(shown[0]).not.toHaveProperty("codeDescription");
    writeFileSync(join(folder, "a.yaml"), String(files["a.yaml"]));
  });

  test("of other files follow what is typed here, saved or not, and go when it is closed", async () => {
    await editor.write("f.yaml", framework("renamed"));
    const found = await editor.findings("mapped.yaml", has("mapping-exists"));
    expect(found.find(({ code }) => code === "mapping-exists")?.message).toContain("`n`");
    await editor.close("f.yaml");
    await editor.findings("mapped.yaml", lacks("mapping-exists"));
  });

  test("name the other place", async () => {
    await editor.write("a.yaml", unit("b"));
    const found = (await editor.findings("a.yaml", has("id-unique"))).find(({ code }) => code === "id-unique");
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(editor.uri("b.yaml"));
    await editor.write("a.yaml", unit("a"));
    await editor.findings("a.yaml", lacks("id-unique"));
  });

  test("follow files that are made and deleted elsewhere", async () => {
    await editor.write("q.yaml", group("a, b, c"));
    await editor.findings("q.yaml", has("unit-exists"));
    writeFileSync(join(folder, "c.yaml"), unit("c"));
    await tellDisk("c.yaml");
    await editor.findings("q.yaml", lacks("unit-exists"));
    rmSync(join(folder, "c.yaml"));
    await tellDisk("c.yaml");
    await editor.findings("q.yaml", has("unit-exists"));
    await editor.write("q.yaml", group("a, b"));
  });

  test("of settings that are broken stand in them, while the others stay", async () => {
    await editor.write("a.yaml", unit("a", "glh: 3\n"));
    await editor.findings("a.yaml", has("unknown-key"));
    await editor.write("qualspec.yaml", "format: 1\nrulse: {}\n");
    await editor.findings("qualspec.yaml", has("unknown-key"));
    expect(codes(await editor.findings("a.yaml"))).toContain("unknown-key");
    await editor.write("qualspec.yaml", "format: 1\nrules: { unit-in-qualification: off, vague-criterion: off }\n");
    await editor.findings("qualspec.yaml", (found) => found.length === 0);
    await editor.write("a.yaml", unit("a"));
    await editor.findings("a.yaml", lacks("unknown-key"));
  });

  test("are none of what is no specification", async () => {
    await editor.write("compose.yaml", "services:\n  web: { image: nginx, }}\n");
    await editor.write("a.yaml", unit("a", "tut: 3\n"));
    await editor.findings("a.yaml", has("unknown-key"));
    expect(codes(await editor.findings("compose.yaml", (found) => found.length === 0))).toEqual([]);
    await editor.write("a.yaml", unit("a"));
  });

  test("are told of a folder with settings of its own, a file outside, and a text that was never saved", async () => {
    await editor.write("inner/x.yaml", unit("x", "glh: 3\n"));
    expect(codes(await editor.findings("inner/x.yaml", has("unknown-key")))).toEqual(["unknown-key"]);
    mkdirSync(join(outside, "far"));
    const far = `file://${join(outside, "far/y.yaml")}`;
    await editor.write(far, unit("y", "glh: 3\n"));
    expect(codes(await editor.findings(far, has("unknown-key")))).toEqual(["unknown-key"]);
    await editor.write("untitled:Untitled-1", unit("new", "glh: 3\n"));
    expect(codes(await editor.findings("untitled:Untitled-1", has("unknown-key")))).toEqual(["unknown-key"]);
    await editor.write("untitled:Untitled-1", unit("new"));
    expect(codes(await editor.findings("untitled:Untitled-1", lacks("unknown-key")))).not.toContain("file-named-by-id");
    for (const path of ["inner/x.yaml", far, "untitled:Untitled-1"]) await editor.close(path);
    await editor.findings(far, (found) => found.length === 0);
  });

  test("stand in the right place behind CRLF, a byte-order mark and letters of two units", async () => {
    const text = `\ufeffkind: unit\r\nid: a\r\ntitle: A\r\nglossary: [{ term: "😀", x: 3 }]\r\nlearningOutcomes: []\r\n`;
    await editor.write("a.yaml", text);
    const [found] = await editor.findings("a.yaml", has("unknown-key"));
    const at = text.indexOf("x: 3");
    expect(found?.range.start).toEqual(positionAt(text, at));
    const first = `\ufeffkid: unit\r\nid: a\r\ntitle: A\r\nlearningOutcomes: []\r\n`;
    await editor.write("a.yaml", first);
    const [kid] = await editor.findings("a.yaml", (told) => told[0]?.range.start.line === 0);
    expect(kid?.range).toEqual({ start: { line: 0, character: 1 }, end: { line: 0, character: 4 } });
  });
});

describe("code actions", () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const slips = unit("a", "glh: 3\n")
    .replace("guidedLearningHours: 3\n", "")
    .replace("key: o\n", "key: o\n    number: 1.10\n");

  async function actions(text: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    await editor.write("a.yaml", text);
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    return editor.request<CodeAction[]>("textDocument/codeAction", "a.yaml", { range: whole, context });
  }

  test("mend one finding", async () => {
    const found = await actions(slips);
    expect(found.map(({ title, kind }) => [title, kind])).toEqual([
      ["Rename the key to `guidedLearningHours`", "quickfix"],
      ["Put the number in quotes", "quickfix"],
    ]);
    expect(found[0]?.diagnostics?.[0]?.code).toBe("unknown-key");
    expect(Object.values(found[0]?.edit?.changes ?? {})[0]?.map(({ newText }) => newText)).toEqual([
      "guidedLearningHours",
    ]);
  });

  test("offer the word that a slip is taken for, and leave the choice", async () => {
    const found = await actions(slips.replace("glh:", "guidedLearningHour:"));
    const [guess] = found.filter(({ title }) => title === "Write `guidedLearningHours`");
    expect([guess?.kind, guess?.isPreferred]).toEqual(["quickfix", undefined]);
    expect(Object.values(guess?.edit?.changes ?? {})[0]?.map(({ newText }) => newText)).toEqual([
      "guidedLearningHours",
    ]);
  });

  test("mend all that has one right answer, as the command line does", async () => {
    const [all, ...others] = await actions(slips, ["source.fixAll"]);
    expect([all?.kind, others]).toEqual(["source.fixAll.qualspec", []]);
    const [edit] = Object.values(all?.edit?.changes ?? {})[0] ?? [];
    const mended = apply(slips, edit);
    writeFileSync(join(folder, "a.yaml"), slips);
    const { files: onDisk } = await mendFolder(folder, ["a.yaml"]);
    expect(mended).toBe(onDisk[0]?.after);
  });

  test("are none where nothing is wrong", async () => {
    expect(await actions(unit("a"))).toEqual([]);
    expect(await actions(unit("a"), ["source.fixAll"])).toEqual([]);
  });

  function apply(text: string, edit: TextDocumentEdit["edits"][number] | undefined): string {
    if (edit === undefined || !("newText" in edit)) throw new Error("no edit");
    const lines = text.split("\n");
    const offset = ({ line, character }: { line: number; character: number }) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return text.slice(0, offset(edit.range.start)) + edit.newText + text.slice(offset(edit.range.end));
  }
});
