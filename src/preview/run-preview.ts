import type { Io } from "../cli/io.ts";
import { check } from "../workspace/check.ts";
import { keepChecking } from "../workspace/keep-checking.ts";
import { Preview } from "./preview.ts";
import { type PreviewServer, serve } from "./server.ts";
import { RoundTeller } from "./tell-round.ts";

/** Shows papers until the user has seen enough. @throws UserError where there is nothing to show, or no port to show it at */
export async function runPreview(
  io: Io,
  given: readonly string[],
  port: number | null,
  isOpened: boolean,
): Promise<void> {
  const preview = new Preview(io.cwd);
  const teller = new RoundTeller(io);
  let server: PreviewServer | null = null;
  try {
    await keepChecking(io, given, {
      files: [],
      begin: (changed) => teller.begin(changed, server === null),
      look: (memory) => check(io, given, { memory }),
      end: async (round) => {
        preview.update(round);
        const { state } = preview;
        server?.tell(state.round);
        teller.end(round, state.outcome);
        if (server !== null) return;
        server = await serve({ round: () => preview.state.round, answer: (path) => preview.answer(path) }, port);
        await present(io, `http://127.0.0.1:${server.port}/`, isOpened);
      },
    });
  } finally {
    await (server as PreviewServer | null)?.close();
  }
}

async function present(io: Io, address: string, isOpened: boolean): Promise<void> {
  io.out.write(`${address}\n`);
  io.err.write("Open this address in a browser. Watching for changes; press Ctrl+C to stop.\n");
  if (isOpened && (await io.openAddress?.(address)) !== true) {
    io.err.write("No browser could be opened; open the address yourself.\n");
  }
}
