import { buildCommand } from "./build.ts";
import { bundleCommand } from "./bundle.ts";
import { checkCommand } from "./check.ts";
import { collectCommand } from "./collect.ts";
import { coverageCommand } from "./coverage.ts";
import type { Command } from "./define-command.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { fmtCommand } from "./fmt.ts";
import { initCommand } from "./init.ts";
import { listCommand } from "./list.ts";
import { lspCommand } from "./lsp.ts";
import { newCommand } from "./new.ts";
import { packCommand } from "./pack.ts";
import { previewCommand } from "./preview.ts";
import { renameCommand } from "./rename.ts";
import { routesCommand } from "./routes.ts";
import { siteCommand } from "./site.ts";
import { splitCommand } from "./split.ts";

/** In the order of the help. Each loads what it needs when it runs. */
export const commands: readonly Command<never>[] = [
  checkCommand,
  buildCommand,
  packCommand,
  siteCommand,
  previewCommand,
  collectCommand,
  listCommand,
  routesCommand,
  coverageCommand,
  diffCommand,
  renameCommand,
  fmtCommand,
  explainCommand,
  newCommand,
  splitCommand,
  bundleCommand,
  initCommand,
  lspCommand,
];
