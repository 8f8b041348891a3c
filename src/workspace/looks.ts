import type { FileView } from "../files/view.ts";

/** Whether somebody who looks at the same thing again sees the same. */
export type Look = (view: FileView) => boolean | Promise<boolean>;

/** A view that writes down all that is looked at through it. */
export function notingView(view: FileView, looks: Look[]): FileView {
  const note = <T>(ask: (now: FileView) => T): T => {
    const seen = ask(view);
    looks.push((now) => ask(now) === seen);
    return seen;
  };
  return {
    kindOf: (path) => note((now) => now.kindOf(path)),
    bytes: (path, printed) => note((now) => now.bytes(path, printed)),
    yamlFiles: (folder, skipped) => note((now) => now.yamlFiles(folder, skipped)),
    matching: async (pattern, cwd) => {
      const seen = await view.matching(pattern, cwd);
      looks.push(async (now) => (await now.matching(pattern, cwd)).join("\0") === seen.join("\0"));
      return seen;
    },
  };
}

/** Whether all of it would be seen again. */
export async function isSeenAgain(view: FileView, looks: readonly Look[]): Promise<boolean> {
  try {
    for (const look of looks) if (!(await look(view))) return false;
    return true;
  } catch {
    // What was there cannot be read any more.
    return false;
  }
}
