import { watch } from "chokidar";
import { environmentError, type UserError } from "../cli/user-error.ts";
import { identityOf } from "../files/place.ts";
import { reasonOf } from "../files/read.ts";
import type { WatchedPlaces } from "./watched-places.ts";

/** Milliseconds: as long as a burst of changes pauses, it may go on. An editor saves in several steps, git many files. */
const pause = 50;
/** Milliseconds between two looks at whether the places themselves are still there. */
const patience = 500;

export interface FileWatch {
  readonly close: () => Promise<void>;
}

/** What a watch tells. */
export interface WatchListener {
  /** Absolute paths of files that were written, added or removed. */
  readonly changed: (paths: ReadonlySet<string>) => void;
  /** A place has come, or was made anew: nothing in it is watched yet. */
  readonly moved: () => void;
  readonly failed: (error: UserError) => void;
}

/** Tells of changes below some places, each burst of them once. Resolves once nothing escapes it any more. */
export async function watchFiles({ paths, isIgnored }: WatchedPlaces, listener: WatchListener): Promise<FileWatch> {
  let changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const told = changed;
    changed = new Set();
    listener.changed(told);
  };
  const there = paths.map(identityOf);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => isIgnored(path, stats?.isFile() === true),
  });
  watcher.on("all", (event, path) => {
    if (!event.endsWith("Dir")) changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  });
  watcher.on("error", (error) => listener.failed(environmentError(explain(error as NodeJS.ErrnoException))));
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
  });
  // What is removed and made again is another folder, of which a watcher hears nothing.
  const look = setInterval(() => {
    const now = paths.map(identityOf);
    if (now.some((one, at) => one !== null && one !== there[at])) listener.moved();
  }, patience);
  return {
    close: async () => {
      clearTimeout(timer);
      clearInterval(look);
      await watcher.close();
    },
  };
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOSPC" || error.code === "EMFILE") {
    return "Cannot watch so many files: the system allows no more; name fewer folders, or ask for a higher limit (on Linux, `fs.inotify.max_user_watches`)";
  }
  return `Cannot watch for changes: ${reasonOf(error)}`;
}
