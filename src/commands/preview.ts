import { exitCode } from "../cli/exit-code.ts";
import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import { defineCommand } from "./define-command.ts";

interface Options {
  readonly port?: string;
  readonly open?: boolean;
}

export const previewCommand = defineCommand<Options>({
  name: "preview",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns; without one, the specifications of the folder that you are in",
  summary: "Show every paper in a browser while you write, with what was found beside it",
  details:
    "Prints the address of a page on this computer, which nobody else can reach. It lists the qualifications, what was found, and every paper; whatever you save is on screen a moment later, at the place where you were reading. A file that cannot be read shows what is wrong with it, and papers stay as they were before. Nothing is written. It goes on until you press Ctrl+C.",
  examples: [
    ["qualspec preview", "show the specifications in this folder; open the address that it prints"],
    ["qualspec preview --open", "the same, and open a browser"],
    ["qualspec preview l3-baking.yaml", "only one qualification"],
    ["qualspec preview --port 8080", "at an address that stays the same"],
  ],
  options: [
    { flags: "--port <number>", description: "the port of the page (default: 4870, or the next that is free)" },
    { flags: "--open", description: "open the page in a browser" },
  ],
  run: async (io, given, { port, open }) => {
    const wanted = readPort(port);
    if (given.includes("-")) {
      throw usageError(`Unexpected ${code("-")}, expected files: standard input is read once; name a file`);
    }
    const { runPreview } = await import("../preview/run-preview.ts");
    await runPreview(io, given, wanted, open === true);
    return exitCode.clean;
  },
});

function readPort(port: string | undefined): number | null {
  if (port === undefined) return null;
  if (/^\d{1,5}$/u.test(port) && Number(port) >= 1 && Number(port) <= 65_535) return Number(port);
  throw usageError(
    `Unexpected ${code(port)} after ${code("--port")}, expected a whole number from 1 to 65535, such as ${code("4870")}; change it`,
  );
}
