import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import { type Shape, text } from "./shape.ts";

/** What fields are looked up in: the view, the item of an `each`, what a partial is given. */
export interface Frame {
  readonly shape: Shape;
  /** What `../` leads to. */
  readonly parent: Frame | null;
  /** Paths that are known to be there, since an `if` around asks for them. */
  readonly known: ReadonlySet<string>;
  readonly isItem: boolean;
}

export interface Resolved {
  readonly shape: Shape;
  /** What is wrong with the path, instead. */
  readonly fault: string | null;
}

const unknown: Shape = { kind: "unknown", mayBeMissing: false };
const marks = ["index", "first", "last", "key"];
/** More than these are no help in a message. */
const mostListed = 12;
/** How deep a field is looked for that is named without what it is of. */
const deepest = 4;

/** What a path of a template leads to. `isAsked`: an `if` asks whether it is there. */
export function resolvePath(path: hbs.AST.PathExpression, frame: Frame, isAsked: boolean): Resolved {
  if (path.data) {
    const [name = ""] = path.parts;
    if (frame.isItem && path.depth === 0 && path.parts.length === 1 && marks.includes(name))
      return { shape: text, fault: null };
    const choice = joinWords(
      marks.map((one) => code(`@${one}`)),
      "or",
    );
    return wrong(`Unexpected ${code(path.original)}, expected ${choice} inside \`{{#each}}\`; change it`);
  }
  const target = frameOf(path, frame);
  if (target === null) {
    return wrong(
      `Unexpected ${code(path.original)}, which leads out of the paper, expected \`../\` once for each \`{{#each}}\` around at most; remove the others`,
    );
  }
  let shape = target.shape;
  for (const [at, part] of path.parts.entries()) {
    const before = path.parts.slice(0, at).join("/");
    if (shape.kind === "unknown") return { shape: unknown, fault: null };
    if (shape.kind !== "record" || !Object.hasOwn(shape.fields, part)) {
      return wrong(`Unexpected field ${code(path.original)}; ${explain(part, shape, path, frame)}`);
    }
    if (shape.mayBeMissing && !isAsked && at > 0 && !target.known.has(before)) {
      const owner = code(
        path.original.slice(0, path.original.lastIndexOf(path.parts.slice(at).join("."))).replace(/[./]$/u, ""),
      );
      return wrong(
        `Unexpected ${code(path.original)} where ${owner} may be missing, expected it inside \`{{#if\`; write ${code(`{{#if ${owner.slice(1, -1)}}}`)} around it`,
      );
    }
    shape = shape.fields[part] ?? unknown;
  }
  const whole = path.parts.join("/");
  return { shape: target.known.has(whole) ? { ...shape, mayBeMissing: false } : shape, fault: null };
}

/** The frame that the first part of a path is looked up in; null where there is none so far out. */
export function frameOf({ depth }: hbs.AST.PathExpression, frame: Frame): Frame | null {
  let target: Frame | null = frame;
  for (let up = 0; up < depth && target !== null; up += 1) target = target.parent;
  return target;
}

function wrong(fault: string): Resolved {
  return { shape: unknown, fault };
}

function explain(part: string, shape: Shape, path: hbs.AST.PathExpression, frame: Frame): string {
  if (shape.kind === "list") return "it is of a list, expected `{{#each}}` around it; go through the list";
  if (shape.kind !== "record") return "it is of a text, which has no fields; remove what follows it";
  const outer = path.parts[0] === part && path.depth === 0 ? outside(part, frame) : null;
  if (outer !== null) return `it is one of what stands around, expected ${code(outer)}; change it`;
  const names = Object.keys(shape.fields);
  const within = path.parts.at(-1) === part ? inside(part, shape) : null;
  if (within?.list === null) return `did you mean ${code(within.path.join("."))}?`;
  const meant = suggest(part, names);
  if (meant !== null) return `did you mean ${code(meant)}?`;
  if (within !== null) {
    return `it is of the items of a list, expected ${code(`{{#each ${within.list?.join(".")}}}`)} around it; go through the list`;
  }
  const listed = names.slice(0, mostListed).map(code);
  return `expected ${joinWords(names.length > mostListed ? [...listed, "another"] : listed, "or")}; choose one of them`;
}

interface Within {
  readonly path: readonly string[];
  /** The list whose items have it; null where it is of one thing only. */
  readonly list: readonly string[] | null;
}

/** The field of this name in the groups and lists of a group, the least deep one: an author names it without what it is of. */
function inside(name: string, shape: Shape): Within | null {
  let layer: readonly { readonly path: readonly string[]; readonly list: Within["list"]; readonly shape: Shape }[] = [
    { path: [], list: null, shape },
  ];
  for (let depth = 0; depth < deepest && layer.length > 0; depth += 1) {
    layer = layer.flatMap((one) => {
      const isList = one.shape.kind === "list";
      // A list in a list would need two words more.
      const below = one.shape.kind === "list" && one.list === null ? one.shape.item : one.shape;
      if (below.kind !== "record") return [];
      const list = isList ? one.path : one.list;
      return Object.entries(below.fields).map(([key, field]) => ({ path: [...one.path, key], list, shape: field }));
    });
    const found = layer.filter(({ path }) => depth > 0 && path.at(-1) === name);
    const best = found.find(({ list }) => list === null) ?? found[0];
    if (best !== undefined) return best;
  }
  return null;
}

function outside(part: string, { parent }: Frame, way = "../"): string | null {
  if (parent === null) return null;
  if (parent.shape.kind === "record" && Object.hasOwn(parent.shape.fields, part)) return `${way}${part}`;
  return outside(part, parent, `../${way}`);
}
