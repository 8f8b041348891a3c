/** What is used of the engine of PDF. It is installed by those who want it, and its own types are there only then. */
declare module "@myriaddreamin/typst-ts-node-compiler" {
  export interface NodeError {
    readonly shortDiagnostics: readonly { readonly message?: unknown }[];
  }

  interface Compiled {
    readonly result: unknown;
    takeError(): NodeError | null;
  }

  export class NodeCompiler {
    static create(options: {
      readonly fontArgs: readonly { readonly fontBlobs: readonly Uint8Array[] }[];
    }): NodeCompiler;
    compile(source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): Compiled;
    pdf(result: unknown, options: { readonly pdfStandard: "ua-1" }): Uint8Array;
    evictCache(age: number): void;
  }
}
