import type { NodeCompiler, NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { MissingProgram } from "../define-format.ts";

const name = "@myriaddreamin/typst-ts-node-compiler";
/** The papers are made for this version: another one may set them in another way. */
const version = "0.7.0";
const install = `\`npm install --global ${name}@${version}\``;

/** What a template in Typst becomes with the data that it reads, as a file that claims PDF/UA-1. */
export type Typeset = (template: string, data: string) => Uint8Array;

/**
 * Starts the engine, with these fonts before all others.
 *
 * @throws MissingProgram where it is not installed beside qualspec, or was made for another machine.
 */
export async function openEngine(fonts: readonly Uint8Array[]): Promise<Typeset> {
  const compiler = (await load()).create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
  return (template, data) => {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { sheet: data } });
    const { result } = compiled;
    if (result === null) throw new Error(`The PDF engine refused a page: ${reasonsOf(compiled.takeError())}`);
    const bytes = compiler.pdf(result, { pdfStandard: "ua-1" });
    compiler.evictCache(0);
    return bytes;
  };
}

async function load(): Promise<typeof NodeCompiler> {
  try {
    return (await import("@myriaddreamin/typst-ts-node-compiler")).NodeCompiler;
  } catch (error) {
    throw new MissingProgram(whyNot(error));
  }
}

function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_MODULE_NOT_FOUND" && message.includes(name)) {
    return `Nothing was built: PDF needs an engine that is not installed with qualspec; type ${install} (without \`--global\` where qualspec itself is installed in a project), then build again`;
  }
  return `Nothing was built: the PDF engine is installed, but cannot be started on this machine (${message.split("\n")[0] ?? ""}); type ${install} to install it anew`;
}

function reasonsOf(error: NodeError | null): string {
  const found: readonly { readonly message?: unknown }[] = error?.shortDiagnostics ?? [];
  return found.map(({ message }) => String(message)).join("; ");
}
