import { type Io, type Output, wantsColour } from "../cli/io.ts";
import type { Severity } from "../diagnostics/diagnostic.ts";

type Paint = (text: string) => string;

/** What reports may paint with. */
export type Colours = Readonly<Record<"bold" | "dim" | "underline" | "red" | "yellow" | "green" | "cyan", Paint>>;

const asItIs: Paint = (text) => text;

/** For what is no terminal. */
export const noColours: Colours = {
  bold: asItIs,
  dim: asItIs,
  underline: asItIs,
  red: asItIs,
  yellow: asItIs,
  green: asItIs,
  cyan: asItIs,
};

/** The paints for an output; the library for them is loaded only where somebody will see them. */
export async function coloursFor(io: Io, output: Output): Promise<Colours> {
  if (!wantsColour(io, output)) return noColours;
  const { Chalk } = await import("chalk");
  return new Chalk({ level: 1 });
}

export function severityColour(colours: Colours, severity: Severity): Paint {
  if (severity === "error") return colours.red;
  return severity === "warning" ? colours.yellow : colours.cyan;
}
