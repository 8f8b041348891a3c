import type { Level } from "./types.ts";

/** "Level 3", "Entry Level 2". */
export function levelName(level: Level): string {
  return typeof level === "number" ? `Level ${level}` : `Entry Level ${level.slice("entry-".length)}`;
}

/** Where a level stands among all: the entry levels are below Level 1. */
export function levelRank(level: Level): number {
  return typeof level === "number" ? level : Number(level.slice("entry-".length)) - 3;
}
