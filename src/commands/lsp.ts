import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import { defineCommand } from "./define-command.ts";

interface Options {
  readonly schema: boolean;
}

export const lspCommand = defineCommand<Options>({
  name: "lsp",
  arguments: "",
  argumentsHelp: "",
  summary: "Answer an editor: findings, explanations and completion while you type",
  details:
    "A language server: an editor starts it and talks to it over standard input and output, so there is nothing to see here. The README says how Neovim, JetBrains, Helix and other editors are told of it.",
  examples: [
    ["qualspec lsp", "what an editor is told to start"],
    ["qualspec lsp --no-schema", "the same beside a YAML language server, which knows the schemas already"],
  ],
  options: [
    {
      flags: "--no-schema",
      description: "leave YAML and the shape of files, and the completion of keys, to another language server",
    },
    { flags: "--stdio", description: "talk over standard input and output, as it does anyway: many editors add this" },
  ],
  run: async (io, _given, { schema }, version) => {
    const talk = io.converse?.();
    if (talk === undefined)
      throw usageError(`Unexpected ${code("lsp")} without anybody to talk to; start it from an editor`);
    if (io.out.isTerminal) {
      io.err.write(
        "This is for editors, which start it themselves; Ctrl+C ends it. `qualspec lsp --help` says more.\n",
      );
    }
    const { serve } = await import("../lsp/serve.ts");
    return serve(io, talk, { hasShape: schema, version });
  },
});
