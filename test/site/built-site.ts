import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runQualspec } from "../run-qualspec.ts";

/** The site of the specifications that are an example, as the command makes it. */
export interface BuiltSite {
  readonly folder: string;
  /** Every file below it, with forward slashes. */
  readonly files: readonly string[];
  /** Those to browse: pages that are no papers. */
  readonly pages: readonly string[];
  readonly text: (path: string) => string;
  readonly remove: () => void;
}

export function buildSite(): BuiltSite {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-")));
  const folder = join(root, "public");
  const args = ["site", fileURLToPath(new URL("../../specs", import.meta.url)), "--out", folder];
  const ran = runQualspec([...args, "--url", "https://example.org/q/"], { cwd: root });
  if (ran.code !== 0) throw new Error(ran.stdout + ran.stderr);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replace(/\\/gu, "/"))
    .sort();
  return {
    folder,
    files,
    pages: files.filter((path) => path.endsWith(".html") && !path.startsWith("papers/")),
    text: (path) => readFileSync(join(folder, path), "utf8"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript" };

/** A web server that knows nothing of the site but its files, which lie somewhere below its top. */
export async function serve(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const below = "/some/where/";
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "").split(/[?#]/u, 1)[0] ?? "");
    try {
      if (!path.startsWith(below)) throw new Error(`outside: ${path}`);
      const bytes = readFileSync(join(folder, path.slice(below.length)));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${below}`, close: () => server.close() };
}
