import { suggest } from "../text/suggest.ts";
import { code, excerpt, joinWords } from "../text/words.ts";
import { hasWord, placeholdersOf, wordKeys } from "../words/words.ts";
import { type Frame, type Resolved, resolvePath } from "./resolve-path.ts";
import { type Shape, text } from "./shape.ts";
import type { TemplateFault, TemplateFile, TemplateRule } from "./template-file.ts";

const helpers = ["t", "inline", "block"];
export const blocks = ["if", "unless", "each", "with"];

/** What stands between the braces of one template. A class because what is found is kept on the way. */
export class Values {
  readonly #template: TemplateFile;
  readonly #faults: TemplateFault[];

  constructor(template: TemplateFile, faults: TemplateFault[]) {
    this.#template = template;
    this.#faults = faults;
  }

  print(node: hbs.AST.MustacheStatement, frame: Frame): void {
    const { path, params } = node;
    if (!node.escaped) {
      this.report(
        "template-raw",
        node,
        "Unexpected `{{{` or `{{&`, which prints a text as if it were a part of the page, expected `{{`; write two braces, and `inline` or `block` for a text with emphasis",
      );
      return;
    }
    if (path.type !== "PathExpression") {
      this.report(
        "template-syntax",
        node,
        "Unexpected value in `{{ }}`, expected the name of a field; write the text without braces",
      );
      return;
    }
    const own = path as hbs.AST.PathExpression;
    if (helpers.includes(own.original)) this.#help(own.original, node, frame);
    else if (params.length > 0 || node.hash !== undefined) this.unknownHelper(own);
    else this.#leaf(own, frame, own);
  }

  unknownHelper(path: hbs.AST.PathExpression): void {
    const written = (one: string) => code(blocks.includes(one) ? `#${one}` : one);
    const all = [...helpers, ...blocks];
    const meant = suggest(path.original, all);
    const how = meant === null ? `expected ${joinWords(all.map(written), "or")}` : `did you mean ${written(meant)}?`;
    this.report("template-helper", path, `Unknown helper ${code(path.original)}; ${how}`);
  }

  /** `t`, `inline` or `block`, with what they are given. */
  #help(helper: string, node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, frame: Frame): void {
    const [first] = node.params;
    if (helper === "t") this.#phrase(node, frame);
    else if (first?.type === "PathExpression" && node.params.length === 1 && node.hash === undefined) {
      const shape = this.#leaf(first as hbs.AST.PathExpression, frame, first);
      if (shape.mayBeMissing) this.missing(first as hbs.AST.PathExpression);
    } else {
      const message = `Unexpected use of ${code(helper)}, expected the name of one field behind it: ${code(`{{${helper} text}}`)}; correct it`;
      this.report("template-helper", node, message);
    }
  }

  #phrase(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, frame: Frame): void {
    const [first] = node.params;
    if (first?.type !== "StringLiteral" || node.params.length !== 1) {
      this.report(
        "template-phrase",
        node,
        "Unexpected use of `t`, expected the name of one phrase in quotes; correct it",
      );
      return;
    }
    const key = (first as hbs.AST.StringLiteral).value;
    const given = this.hash(node.hash, frame);
    if (!hasWord(key)) {
      const meant = suggest(key, wordKeys);
      const how = meant === null ? "write the words themselves" : `did you mean ${code(meant)}?`;
      this.report("template-phrase", first, `Unknown phrase ${excerpt(key)}; ${how}`);
      return;
    }
    const needed = placeholdersOf(key).find((name) => !given.has(name));
    if (needed !== undefined) {
      this.report(
        "template-phrase",
        first,
        `Unexpected phrase ${code(key)} without ${code(needed)}, expected ${code(`${needed}=`)} and a field behind it; add it`,
      );
    }
  }

  /** A text that is printed; whatever else it turns out to be is a fault. */
  #leaf(path: hbs.AST.PathExpression, frame: Frame, node: hbs.AST.Node): Shape {
    const { shape, fault } = this.resolve(path, frame);
    if (fault !== null) return text;
    const how = {
      list: `a list, expected a text; go through it with ${code(`{{#each ${path.original}}}`)}`,
      record: "a group of fields, expected a text; name one of them behind a full stop",
      flag: `true or false, expected a text; ask for it with ${code(`{{#if ${path.original}}}`)}`,
    };
    if (shape.kind === "list" || shape.kind === "record" || shape.kind === "flag") {
      this.report("template-field", node, `Unexpected ${code(path.original)}, which is ${how[shape.kind]}`);
    }
    return shape;
  }

  resolve(path: hbs.AST.PathExpression, frame: Frame, isAsked = false): Resolved {
    const resolved = resolvePath(path, frame, isAsked);
    if (resolved.fault !== null) this.report("template-field", path, resolved.fault);
    return resolved;
  }

  missing(path: hbs.AST.PathExpression): void {
    this.report(
      "template-field",
      path,
      `Unexpected ${code(path.original)}, which may be missing, expected it inside \`{{#if\`; write ${code(`{{#if ${path.original}}}`)} around it`,
    );
  }

  /** What stands behind a name and an equals sign. */
  hash(hash: hbs.AST.Hash | undefined, frame: Frame): ReadonlyMap<string, Shape> {
    return new Map(
      (hash?.pairs ?? []).map(({ key, value }) => {
        if (value.type === "PathExpression") return [key, this.resolve(value as hbs.AST.PathExpression, frame).shape];
        if (value.type === "SubExpression") {
          const call = value as unknown as hbs.AST.SubExpression;
          const path = call.path as hbs.AST.PathExpression;
          if (path.original === "t") this.#phrase(call, frame);
          else
            this.report(
              "template-helper",
              path,
              `Unexpected ${code(path.original)} in brackets, expected \`(t "facts.level")\` or the name of a field; change it`,
            );
        }
        return [key, text];
      }),
    );
  }

  report(rule: TemplateRule, node: Pick<hbs.AST.Node, "loc">, message: string): void {
    const [start, end] = this.#template.stretchOf(node);
    const { file } = this.#template;
    const firstLine = this.#template.text.slice(start, end).search(/\s*[\r\n]/u);
    this.#faults.push({ rule, file, start, end: firstLine === -1 ? end : start + firstLine, message });
  }
}
