import { execFileSync } from "node:child_process";
import type { Document } from "../../src/documents/define-document.ts";
import { documents as allDocuments } from "../../src/documents/index.ts";
import { packIndex } from "../../src/papers/pack-index.ts";
import { planPapers } from "../../src/papers/plan-papers.ts";
import { fillShape, mergeShapes, type Shape, shapeOf, type WrittenShape, writeShape } from "../../src/render/shape.ts";
import { check } from "../../src/workspace/check.ts";
import { ioIn } from "../check-folder.ts";
import { comparedViews } from "./compared-views.ts";

/** What the views of every document hold, gathered from those of these workspaces, as JSON. */
export async function printViewShapes(folders: readonly string[]): Promise<string> {
  const shapes = new Map<string, Shape>();
  const documents = new Map<string, Pick<Document, "id" | "template">>();
  const learn = (document: Pick<Document, "id" | "template">, view: object) => {
    const [shape, known] = [shapeOf(view), shapes.get(document.id)];
    documents.set(document.id, document);
    shapes.set(document.id, known === undefined ? shape : mergeShapes(known, shape));
  };
  for (const folder of folders) {
    const papers = await papersOf(folder);
    // The page that leads to papers is made of them.
    const indexes = papers.map((paper) => ({ ...paper, document: packIndex([paper]) }));
    for (const { document, subject, words } of [...papers, ...indexes]) {
      learn(document, document.view(subject, words));
    }
  }
  for (const { id, view } of comparedViews()) learn({ id }, view);
  const merged = (template: string | null) =>
    [...documents.values()]
      .filter(({ id, template: own = id }) => template === null || own === template)
      .flatMap(({ id }) => shapes.get(id) ?? [])
      .reduce(mergeShapes);
  const written = [...documents.values()].map(({ id, template = id }) => {
    const shape = shapes.get(id);
    if (shape === undefined) throw new Error(`No paper ${id} to learn its view from`);
    const filled = fillShape(fillShape(shape, merged(template)), merged(null));
    return [id, { template, view: writeShape(filled) }] as const;
  });
  const biome = "node_modules/@biomejs/biome/bin/biome";
  const args = [biome, "format", "--stdin-file-path=src/render/view-shapes.json"];
  const input = JSON.stringify(Object.fromEntries(written), null, 2);
  return execFileSync(process.execPath, args, { input, encoding: "utf8" });
}

/** The papers of whole qualifications, of one unit of them, and of units alone. */
async function papersOf(folder: string) {
  const io = ioIn(folder);
  const all = { isAll: false, documents: allDocuments.map(({ id }) => id), to: ["md"], units: null, out: "out" };
  const checked = await check(io, ["."]);
  const units = checked.workspaces.flatMap(({ corpus }) => corpus.units);
  const alone = units.flatMap(({ origin }) => (origin.path.length === 0 ? [origin.spec.source.path] : [])).slice(0, 2);
  const single = alone.length === 0 ? [] : planPapers(await check(io, alone), all, io);
  const [first] = checked.workspaces.flatMap(({ asked }) =>
    asked.flatMap((one) => (one.type === "qualification" ? (one.units[0]?.id ?? []) : [])),
  );
  const part = first === undefined ? [] : planPapers(checked, { ...all, units: [first] }, io);
  return [...planPapers(checked, all, io), ...part, ...single];
}

/** Where a shape says nothing of what will stand there. */
export function holesOf(shape: WrittenShape, path = ""): readonly string[] {
  if (shape === "unknown") return [path];
  if (typeof shape === "string") return [];
  if (Array.isArray(shape)) return holesOf((shape as readonly [WrittenShape])[0], `${path}[]`);
  return Object.entries(shape).flatMap(([name, one]) => holesOf(one as WrittenShape, `${path}.${name}`));
}
