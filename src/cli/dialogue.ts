/** Somebody at the terminal who answers questions. */
export interface Dialogue {
  /** What is typed, without the line end; null once the person wants no more of it (Ctrl+C, Ctrl+D). */
  readonly ask: (question: string) => Promise<string | null>;
  /** The terminal belongs to nobody again. */
  readonly close: () => void;
}

/** Lines that are pasted together are kept for the questions that follow: none is lost. */
export async function openDialogue(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<Dialogue> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input, output, terminal: true, historySize: 0 });
  const typed: string[] = [];
  let isOver = false;
  let wake = () => {};
  lines.on("line", (line) => {
    typed.push(line);
    wake();
  });
  lines.on("SIGINT", () => lines.close());
  lines.on("close", () => {
    isOver = true;
    wake();
  });
  return {
    ask: async (question) => {
      if (isOver && typed.length === 0) return null;
      lines.setPrompt(question);
      lines.prompt();
      if (typed.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return typed.shift() ?? null;
    },
    close: () => lines.close(),
  };
}
