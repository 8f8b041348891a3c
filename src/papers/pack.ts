import { html } from "../formats/html.ts";
import { zip } from "../formats/zip.ts";
import { type Making, makingOf } from "./making.ts";
import { packIndex } from "./pack-index.ts";
import type { Paper } from "./plan-papers.ts";

/** Papers with a page for each qualification that leads to them; zipped, one file for each qualification. */
export function packsOf(papers: readonly Paper[], isZipped: boolean): readonly Making[] {
  return groupsOf(papers).flatMap(([first, ...others]) => {
    const own = [first, ...others];
    const name = nameOf(first.path);
    const index = makingOf({ ...first, document: packIndex(own), format: html, path: `${name}/index.html` });
    const all = [index, ...own.map(makingOf)];
    return isZipped ? [zipped(first, name, all)] : all;
  });
}

type Group = readonly [Paper, ...Paper[]];

/** The papers about one thing. */
function groupsOf(papers: readonly Paper[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const paper of papers) {
    const pack = `${paper.folder}/${nameOf(paper.path)}`;
    const known = groups.get(pack);
    groups.set(pack, known === undefined ? [paper] : [...known, paper]);
  }
  return [...groups.values()];
}

/** The folder of a paper in the output folder: the id of what it is about. */
function nameOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

function zipped({ folder, subject }: Paper, name: string, all: readonly Making[]): Making {
  const version = subject.qualification?.source.version;
  return {
    folder,
    path: version === undefined ? `${name}.zip` : `${name}-${version}.zip`,
    document: "pack",
    format: "zip",
    qualification: subject.qualification?.id ?? null,
    encode: async (_, crew) => {
      const files: Record<string, Uint8Array> = {};
      for (const { path, encode } of all) files[path] = await encode(undefined, crew);
      return zip(files);
    },
  };
}
