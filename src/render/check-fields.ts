import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import type { Markup } from "./check-markup.ts";
import { blocks, Values } from "./check-values.ts";
import { type Frame, frameOf } from "./resolve-path.ts";
import type { Shape } from "./shape.ts";
import type { TemplateFault, TemplateFile } from "./template-file.ts";

/** Templates and partials of one paper, with their tags. */
export type Sources = ReadonlyMap<string, { readonly template: TemplateFile; readonly markup: Markup }>;

/** What comes of a part of a template, whichever branches are taken. */
interface Made {
  /** Names of fields that are written out, and where. */
  readonly names: ReadonlyMap<string, Spot>;
  /** How many main headings there are at least, and at most. */
  readonly headings: readonly [least: number, most: number];
}

type Spot = Pick<TemplateFault, "file" | "start" | "end">;

const empty: Made = { names: new Map(), headings: [0, 0] };

/**
 * Goes through every branch of a template, and of the partials that it uses, as it is filled with a view of this shape.
 * Nothing is filled: so what no specification of today has is looked at too.
 */
export function checkFields(file: string, shape: Shape, sources: Sources): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  const walk = new Walk(sources, faults);
  const made = walk.template(file, { shape, parent: null, known: new Set(), isItem: false }, []);
  const [least, most] = made.headings;
  // The heading may stand in what is not known.
  const isSure = !faults.some(({ rule }) => rule === "template-partial" || rule === "template-helper");
  if (isSure && (least !== 1 || most !== 1)) {
    const message =
      most === 0
        ? "Unexpected paper without a main heading, expected one `<h1>`; write it, or use the partial `cover`"
        : least === 0
          ? "Unexpected `<h1>` that may be missing, expected one in every paper; take it out of `{{#if}}` and `{{#each}}`"
          : "Unexpected paper with several main headings, expected one `<h1>`; write `<h2>` for the others";
    faults.push({ rule: "template-heading", file, start: 0, end: 0, message });
  }
  return faults;
}

/** A class because what is found, and how deep one is, is kept on the way. */
class Walk {
  readonly #sources: Sources;
  readonly #faults: TemplateFault[];

  constructor(sources: Sources, faults: TemplateFault[]) {
    this.#sources = sources;
    this.#faults = faults;
  }

  template(file: string, frame: Frame, outer: readonly string[]): Made {
    const source = this.#sources.get(file);
    return source === undefined
      ? empty
      : new Body(source, this.#sources, this.#faults, [...outer, file]).program(source.template.program, frame);
  }
}

/** One template on the way. */
class Body {
  readonly #template: TemplateFile;
  readonly #markup: Markup;
  readonly #sources: Sources;
  readonly #faults: TemplateFault[];
  readonly #way: readonly string[];
  readonly #values: Values;

  constructor(
    { template, markup }: { readonly template: TemplateFile; readonly markup: Markup },
    sources: Sources,
    faults: TemplateFault[],
    way: readonly string[],
  ) {
    this.#template = template;
    this.#markup = markup;
    this.#sources = sources;
    this.#faults = faults;
    this.#way = way;
    this.#values = new Values(template, faults);
  }

  program(program: hbs.AST.Program | undefined, frame: Frame): Made {
    return (program?.body ?? []).reduce<Made>((made, node) => this.#join(made, this.#statement(node, frame)), empty);
  }

  /** What comes of two parts, one behind the other. */
  #join(one: Made, other: Made): Made {
    for (const [name, second] of other.names) {
      const first = one.names.get(name);
      if (first === undefined) continue;
      this.#secondField(name, second);
      // Only one of the two may be the house's.
      if (first.file !== second.file) this.#secondField(name, first);
    }
    return {
      names: new Map([...one.names, ...other.names]),
      headings: [one.headings[0] + other.headings[0], one.headings[1] + other.headings[1]],
    };
  }

  #secondField(name: string, spot: Spot): void {
    const message = `Unexpected second field with the name ${code(name)}, expected a name for each; give it another`;
    this.#faults.push({ rule: "template-element", ...spot, message });
  }

  #statement(node: hbs.AST.Statement, frame: Frame): Made {
    switch (node.type) {
      case "ContentStatement":
        return this.#content(node);
      case "CommentStatement":
        return empty;
      case "MustacheStatement":
        this.#values.print(node as hbs.AST.MustacheStatement, frame);
        return empty;
      case "BlockStatement":
        return this.#block(node as hbs.AST.BlockStatement, frame);
      case "PartialStatement":
        return this.#partial(node as hbs.AST.PartialStatement, frame);
      default:
        this.#values.report(
          "template-helper",
          node,
          "Unexpected mark after `{{`, expected a field, `{{#if}}`, `{{#each}}` or a partial `{{> name}}`; write it with these",
        );
        return empty;
    }
  }

  #content(node: hbs.AST.Statement): Made {
    const [start, end] = this.#template.stretchOf(node);
    const tags = this.#markup.tags.filter((tag) => tag.start >= start && tag.start < end && tag.kind !== "close");
    const headings = tags.filter(({ name }) => name === "h1").length;
    const fields = tags.filter(({ name }) => name === "field");
    const { file } = this.#template;
    const named = fields.flatMap(({ start: at, attributes }) => {
      const name = attributes.find((one) => one.name === "name")?.value ?? null;
      return name === null ? [] : [{ name, spot: { file, start: at, end: at + "<field".length } }];
    });
    return named
      .map(({ name, spot }): Made => ({ names: new Map([[name, spot]]), headings: [0, 0] }))
      .reduce<Made>((made, one) => this.#join(made, one), { names: new Map(), headings: [headings, headings] });
  }

  #block(node: hbs.AST.BlockStatement, frame: Frame): Made {
    const [first] = node.params;
    const name = (node.path as hbs.AST.PathExpression).original;
    if (!blocks.includes(name)) {
      this.#values.unknownHelper(node.path as hbs.AST.PathExpression);
      return this.#within(node, unknownInside(frame));
    }
    const isNamed = (node.program?.blockParams ?? node.inverse?.blockParams) !== undefined;
    if (first?.type !== "PathExpression" || node.params.length !== 1 || node.hash !== undefined || isNamed) {
      this.#values.report(
        "template-helper",
        node.path,
        `Unexpected use of ${code(`#${name}`)}, expected the name of one field behind it: ${code(`{{#${name} field}}`)}; correct it`,
      );
      return this.#within(node, name === "if" || name === "unless" ? frame : unknownInside(frame));
    }
    const path = first as hbs.AST.PathExpression;
    const { shape, fault } = this.#values.resolve(path, frame, true);
    const there = known(path, frame);
    if (name === "if") return either(this.program(node.program, there), this.program(node.inverse, frame));
    if (name === "unless") return either(this.program(node.program, frame), this.program(node.inverse, there));
    const wanted = name === "each" ? "list" : "record";
    if (fault === null && shape.kind !== wanted && shape.kind !== "unknown") {
      const what = wanted === "list" ? "a list" : "a group of fields";
      this.#values.report(
        "template-field",
        path,
        `Unexpected ${code(path.original)} in ${code(`#${name}`)}, expected ${what}; use ${code("{{#if}}")}, or name another field`,
      );
      return this.#within(node, unknownInside(frame));
    }
    const item: Shape =
      shape.kind === "list"
        ? shape.item
        : shape.kind === "record"
          ? { ...shape, mayBeMissing: false }
          : { kind: "unknown", mayBeMissing: false };
    const inner = this.program(node.program, {
      shape: item,
      parent: there,
      known: new Set(),
      isItem: name === "each" || frame.isItem,
    });
    if (name === "each" && inner.names.size > 0) {
      this.#values.report(
        "template-element",
        node.path,
        `Unexpected field with the name ${code([...inner.names.keys()][0] ?? "")} inside \`{{#each}}\`, where it would stand several times, expected a name with a field of the item in it; add one`,
      );
    }
    const repeated: Made = name === "each" ? { names: inner.names, headings: [0, inner.headings[1] * 2] } : inner;
    return either(repeated, this.program(node.inverse, frame));
  }

  /** What stands in a block that is wrong itself is looked at all the same. */
  #within(node: hbs.AST.BlockStatement, frame: Frame): Made {
    return either(this.program(node.program, frame), this.program(node.inverse, frame));
  }

  #partial(node: hbs.AST.PartialStatement, frame: Frame): Made {
    const name = node.name.type === "PathExpression" ? (node.name as hbs.AST.PathExpression).original : "";
    const file = `partials/${name}`;
    const [first] = node.params;
    const isPlain = node.params.length === 0 || (node.params.length === 1 && first?.type === "PathExpression");
    if (name === "" || !isPlain) {
      this.#values.report(
        "template-partial",
        node,
        "Unexpected use of a partial, expected its name, and the name of one field behind it at most; correct it",
      );
      return empty;
    }
    if (!this.#sources.has(file)) {
      const names = [...this.#sources.keys()].filter((one) => one.startsWith("partials/")).map((one) => one.slice(9));
      const meant = suggest(name, names);
      const how = meant === null ? `expected ${joinWords(names.map(code), "or")}` : `did you mean ${code(meant)}?`;
      this.#values.report("template-partial", node.name, `Unknown partial ${code(name)}; ${how}`);
      if (first !== undefined) this.#values.resolve(first as hbs.AST.PathExpression, frame);
      this.#values.hash(node.hash, frame);
      return empty;
    }
    if (this.#way.includes(file)) {
      this.#values.report(
        "template-partial",
        node.name,
        `Unexpected partial ${code(name)} inside itself, expected an end; remove it`,
      );
      return empty;
    }
    let base: Frame = { ...frame, parent: null };
    if (first !== undefined) {
      const path = first as hbs.AST.PathExpression;
      const { shape, fault } = this.#values.resolve(path, frame);
      if (fault === null && shape.mayBeMissing) this.#values.missing(path);
      const prefix = `${path.parts.join("/")}/`;
      const outer = frameOf(path, frame)?.known ?? new Set<string>();
      const inherited = [...outer].filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
      base = { shape, parent: null, known: new Set(inherited), isItem: frame.isItem };
    }
    const given = this.#values.hash(node.hash, frame);
    return new Walk(this.#sources, this.#faults).template(file, withGiven(base, given), this.#way);
  }
}

/** Inside of a block that goes through nobody knows what. */
function unknownInside(frame: Frame): Frame {
  return { shape: { kind: "unknown", mayBeMissing: false }, parent: frame, known: new Set(), isItem: true };
}

/** What comes of one of two parts. */
function either(one: Made, other: Made): Made {
  return {
    names: new Map([...one.names, ...other.names]),
    headings: [Math.min(one.headings[0], other.headings[0]), Math.max(one.headings[1], other.headings[1])],
  };
}

/** The frame where the path, and what leads to it, is known to be there. */
function known(path: hbs.AST.PathExpression, frame: Frame): Frame {
  const whole = path.parts.map((_, at) => path.parts.slice(0, at + 1).join("/"));
  const add = (one: Frame, depth: number): Frame =>
    depth === 0 || one.parent === null
      ? { ...one, known: new Set([...one.known, ...whole]) }
      : { ...one, parent: add(one.parent, depth - 1) };
  return add(frame, path.depth);
}

/** What a partial sees: its context, with what it is given by name in front. */
function withGiven(base: Frame, given: ReadonlyMap<string, Shape>): Frame {
  if (given.size === 0) return base;
  const fields = base.shape.kind === "record" ? base.shape.fields : {};
  const isHidden = (path: string) => given.has(path.split("/")[0] ?? "");
  return {
    ...base,
    shape: { kind: "record", mayBeMissing: false, fields: { ...fields, ...Object.fromEntries(given) } },
    known: new Set([...base.known].filter((path) => !isHidden(path))),
  };
}
