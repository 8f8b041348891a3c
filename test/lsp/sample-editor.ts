import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { writeInto } from "../check-folder.ts";
import { Editor } from "./editor.ts";
import { sample } from "./sample.ts";

/** An editor that has the sample open, for all tests of a file. */
export function sampleEditor(): Editor {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-lsp-")));
  writeInto(folder, sample);
  const editor = new Editor(folder);
  beforeAll(() =>
    editor.start([folder], {
      workspace: {
        // As Neovim says it: who can rename files takes document changes, for files are renamed by nothing else.
        workspaceEdit: { resourceOperations: ["rename"] },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    }),
  );
  afterAll(() => {
    editor.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return editor;
}

/** The text of a file of the sample with a stretch of it in other words, and a | for the cursor. */
export function changed(path: string, from: string, to: string): string {
  const text = String(sample[path]);
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return text.replace(from, () => to);
}

/** Writes what the sample says into files that say something else. */
export async function restore(editor: Editor, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const shown = editor.text(path);
    if (shown !== null && shown !== sample[path]) await editor.write(path, String(sample[path]));
  }
}
