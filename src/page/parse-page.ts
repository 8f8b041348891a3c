import { Parser } from "htmlparser2";
import type { PageElement, PageNode } from "./page.ts";
import { allowsAttribute, type ElementName, fieldKinds, inlineElements, isElementName } from "./vocabulary.ts";

interface Open {
  readonly name: ElementName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PageNode[];
}

/** How a fault of a template is told: what is wrong, and the `at` of the tag where it has one. */
export type MakeFault = (what: string, at?: string) => Error;

/** The tree of what a template has written. @throws Error where it leaves the vocabulary: a fault of the template. */
export function parsePage(
  markup: string,
  template: string,
  fault: MakeFault = (what) => new Error(`Template ${template}: ${what}`),
): readonly PageNode[] {
  const roots: PageNode[] = [];
  const open: Open[] = [];
  const siblings = () => open.at(-1)?.children ?? roots;
  const names = new Set<string>();

  const parser = new Parser(
    {
      onopentag: (name, given) => {
        const { at } = given;
        const attributes = at === undefined ? given : withoutPlace(given);
        if (!isElementName(name)) throw fault(`unexpected element <${name}>`);
        const stray = Object.keys(attributes).find((attribute) => !allowsAttribute(name, attribute));
        if (stray !== undefined) throw fault(`unexpected attribute ${stray} of <${name}>`);
        if (name === "field") checkField(attributes, names, (what) => fault(what, at));
        // Of ours, what leads nowhere is left to each form.
        if (at !== undefined && !leadsOnly(attributes["href"]))
          throw fault(`unexpected address ${attributes["href"]}`, at);
        open.push({ name, attributes, children: [] });
      },
      ontext: (text) => {
        const last = siblings().at(-1);
        if (typeof last === "string") siblings()[siblings().length - 1] = last + text;
        else siblings().push(text);
      },
      onclosetag: (name, isImplied) => {
        const element = open.pop();
        const isEmpty = element?.children.length === 0;
        if (element === undefined || (isImplied && !isEmpty)) throw fault(`<${name}> is not closed`);
        siblings().push({ ...element, children: tidy(ownChildren(element), element.name) });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(markup);
  return tidy(roots, "section");
}

function withoutPlace({ at: _, ...attributes }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return attributes;
}

/** A link cannot stand in a link: of an author's link in a heading that is itself listed as one, the words stay. */
function ownChildren({ name, children }: Open): readonly PageNode[] {
  return name === "a" ? children.flatMap((child) => withoutLinks(child)) : children;
}

function withoutLinks(node: PageNode): readonly PageNode[] {
  if (typeof node === "string") return [node];
  const children = node.children.flatMap((child) => withoutLinks(child));
  return node.name === "a" ? children : [{ ...node, children }];
}

/** Whether an address leads somewhere, and runs nothing on the way. */
function leadsOnly(href: string | undefined): boolean {
  // Browsers pass over what cannot be seen.
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec((href ?? "").replace(/[\s\p{Cc}]/gu, ""))?.[1];
  return scheme === undefined || /^(?:https?|mailto)$/iu.test(scheme);
}

function checkField(attributes: Readonly<Record<string, string>>, names: Set<string>, fault: MakeFault): void {
  const { name = "", kind = "line", label = "" } = attributes;
  if (name === "" || names.has(name)) throw fault(`the name of the field "${name}" is not its own`);
  if (!(fieldKinds as readonly string[]).includes(kind)) throw fault(`unexpected kind ${kind} of the field ${name}`);
  if (label === "") throw fault(`the field ${name} has no label`);
  names.add(name);
}

/** White space that only lays out the template is dropped; between words it is one space. */
function tidy(children: readonly PageNode[], parent: ElementName): readonly PageNode[] {
  if (parent === "pre" || parent === "code") return children;
  const tidied: PageNode[] = [];
  for (const [position, child] of children.entries()) {
    if (typeof child !== "string") {
      tidied.push(child);
      continue;
    }
    let text = unfolded.test(child) ? child.replace(/\s+/gu, " ") : child;
    if (!isAmongWords(children[position - 1])) text = text.trimStart();
    if (!isAmongWords(children[position + 1])) text = text.trimEnd();
    if (text !== "") tidied.push(text);
  }
  return tidied;
}

/** Whether there is white space to fold. */
const unfolded = /\s\s|[^\S ]/u;

function isAmongWords(node: PageNode | undefined): boolean {
  return node !== undefined && typeof node !== "string" && node.name !== "br" && inlineElements.has(node.name);
}

/** Every element of a page, outermost first. */
export function elementsOf(nodes: readonly PageNode[]): readonly PageElement[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [] : [node, ...elementsOf(node.children)]));
}
