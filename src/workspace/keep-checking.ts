import type { Io } from "../cli/io.ts";
import { UserError } from "../cli/user-error.ts";
import { printedPath } from "../files/paths.ts";
import type { Checked } from "./check.ts";
import { Memory } from "./memory.ts";
import { type FileWatch, watchFiles } from "./watch-files.ts";
import { type WatchedPlaces, watchedPlaces } from "./watched-places.ts";

/** One look at everything. */
export interface Round {
  /** null where it could not be finished: the error says why. */
  readonly checked: Checked | null;
  readonly error: UserError | null;
}

export interface Rounds {
  /** Watched besides the specifications, relative to where the user stands. */
  readonly files: readonly string[];
  /** Before a round: the files that have changed since the last, as printed; none before the first. */
  readonly begin: (changed: readonly string[]) => void;
  readonly look: (memory: Memory) => Promise<Checked>;
  readonly end: (round: Round) => Promise<void> | void;
}

/**
 * Looks at what some paths lead to, and again whenever something there has changed, until the user wants it to stop. What
 * goes wrong in the first round is thrown; later, what was there may come back.
 *
 * @throws UserError where the machine does not let us watch
 */
export async function keepChecking(io: Io, given: readonly string[], rounds: Rounds): Promise<void> {
  const memory = new Memory();
  const news = new News();
  const stop = io.hearStop?.();
  void stop?.given.then(() => news.stop());
  let watch: FileWatch | null = null;
  let watched = "";
  try {
    for (let changed: ReadonlySet<string> | null = new Set(), isFirst = true; changed !== null; isFirst = false) {
      memory.begin(changed);
      rounds.begin([...changed].map((path) => printedPath(path, io.cwd)).sort());
      const round = await attempt(() => rounds.look(memory));
      if (round.error !== null && isFirst) throw round.error;
      await rounds.end(round);
      const places = await placesOf(io, given, memory, rounds);
      if (places !== null && (places.key !== watched || news.isMoved)) {
        await watch?.close();
        news.isMoved = false;
        watch = await watchFiles(places, news);
        watched = places.key;
        // What has changed before everything was watched.
        if (memory.hasChanged()) news.changed(new Set());
      }
      changed = await news.next();
    }
  } finally {
    stop?.release();
    await watch?.close();
  }
}

async function attempt(look: () => Promise<Checked>): Promise<Round> {
  try {
    return { checked: await look(), error: null };
  } catch (error) {
    if (error instanceof UserError) return { checked: null, error };
    throw error;
  }
}

/** null where the settings cannot be read at the moment: what was watched goes on being watched. */
async function placesOf(
  io: Io,
  given: readonly string[],
  memory: Memory,
  { files }: Rounds,
): Promise<WatchedPlaces | null> {
  try {
    return await watchedPlaces(io.cwd, given, memory, files);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** What a watch has told and nobody has asked for yet. */
class News {
  isMoved = false;
  #isStopped = false;
  #error: UserError | null = null;
  #changed: Set<string> | null = null;
  #wake = () => {};

  readonly changed = (paths: ReadonlySet<string>): void => {
    this.#changed = new Set([...(this.#changed ?? []), ...paths]);
    this.#wake();
  };

  readonly moved = (): void => {
    this.isMoved = true;
    this.changed(new Set());
  };

  readonly failed = (error: UserError): void => {
    this.#error = error;
    this.#wake();
  };

  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  /** Waits until there is something to tell: the files that have changed, or null where it is time to stop. @throws UserError */
  async next(): Promise<ReadonlySet<string> | null> {
    while (!this.#isStopped && this.#error === null && this.#changed === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#error !== null) throw this.#error;
    const told = this.#changed;
    this.#changed = null;
    return this.#isStopped ? null : told;
  }
}
