import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { commit, git } from "../git/repository.ts";
import { runQualspec } from "../run-qualspec.ts";

/** The site of the specifications that are an example, as the command makes it, with what is different from before. */
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
  cpSync(fileURLToPath(new URL("../../specs", import.meta.url)), join(root, "specs"), { recursive: true });
  git(root, "init", "-q");
  commit(root);
  git(root, "tag", "v1.0");
  renew(join(root, "specs"));
  const args = ["site", "specs", "--out", folder, "--since", "v1.0"];
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

/** What each page about differences has to show: words that come and go, what is new, and what is gone. */
function renew(specs: string): void {
  const edit = (path: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(specs, path), "utf8");
    if (text.replace(from, to) === text) throw new Error(`${path} has nothing to renew`);
    writeFileSync(join(specs, path), text.replace(from, to));
  };
  edit("units/hort-soil.yaml", "affects the plants that grow in it", "affects how the plants in it grow");
  edit("frameworks/digital-skills-framework.yaml", "technical skills", "skills with tools");
  rmSync(join(specs, "qualifications/l5-digital-leadership.yaml"));
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
