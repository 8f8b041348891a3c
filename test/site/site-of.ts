import { join } from "node:path";
import type { Differences } from "../../src/site/differences.ts";
import { siteMakings } from "../../src/site/make-site.ts";
import { check } from "../../src/workspace/check.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** The pages and other files of the site of a workspace, by their paths, without its papers. */
export async function siteOf(files: Files, url: string | null = null): Promise<Readonly<Record<string, string>>> {
  const cwd = emptyFolder();
  writeInto(cwd, files);
  return siteIn(cwd, url);
}

export async function siteIn(
  cwd: string,
  url: string | null = null,
  differences: Differences | null = null,
): Promise<Readonly<Record<string, string>>> {
  const makings = siteMakings(await check(ioIn(cwd), ["."]), [], { out: "site", url, differences, cwd });
  const made: Record<string, string> = {};
  for (const { folder, path, encode } of makings) {
    if (folder !== join(cwd, "site")) throw new Error(`${path} goes into ${folder}`);
    made[path] = new TextDecoder().decode(await encode());
  }
  return made;
}

/** What a script of the page is told. */
export function islandOf(page: string | undefined, id: string): unknown {
  const [, json = ""] =
    new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, "u").exec(page ?? "") ?? [];
  return JSON.parse(json);
}
