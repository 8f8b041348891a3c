import type { Output } from "../cli/io.ts";

/** How far long work is, on one line of a terminal that is wiped at the end; nothing where no person is looking. */
export function progressOn({ isTerminal, write }: Output, of: (done: number, total: number) => string) {
  let shown = "";
  return {
    show: (done: number, total: number) => {
      // A hundred steps are as much as an eye can follow.
      const isWorthIt = total <= 100 || done % Math.floor(total / 100) === 0;
      if (!isTerminal || !isWorthIt) return;
      const line = of(done, total);
      write(`\r${line.padEnd(shown.length)}`);
      shown = line;
    },
    wipe: () => {
      if (shown !== "") write(`\r${" ".repeat(shown.length)}\r`);
      shown = "";
    },
  };
}
