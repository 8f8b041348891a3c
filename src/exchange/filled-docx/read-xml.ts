import { Parser } from "htmlparser2";
import { damaged } from "./fault.ts";

/** An element as it begins; its name and its attributes are known by namespace, for prefixes are anybody's choice. */
export interface Start {
  readonly space: string;
  readonly name: string;
  /** The value of an attribute; `space` is "" where it has no prefix. */
  readonly get: (space: string, name: string) => string | undefined;
}

export interface XmlReader {
  readonly open: (start: Start) => void;
  readonly close: () => void;
  readonly text: (text: string) => void;
}

type Scope = Readonly<Record<string, string>>;

/** Word nests some dozens: what is deeper is made to exhaust whoever reads it. */
const deepest = 1000;
const noSpaces: Scope = { xml: "http://www.w3.org/XML/1998/namespace" };

/** Goes through XML once. Entities are those of XML itself: what a document declares is not expanded. @throws Unreadable */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const scopes: Scope[] = [noSpaces];
  let isWhole = false;
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        if (scopes.length > deepest) throw damaged("document that is nested deeper than any paper");
        const scope = scopeOf(attributes, scopes.at(-1) ?? noSpaces);
        scopes.push(scope);
        const [space, name] = resolve(written, scope, scope[""] ?? "");
        reader.open({ space, name, get: (wanted, local) => find(attributes, scope, wanted, local) });
      },
      ontext: reader.text,
      onclosetag: () => {
        scopes.pop();
        reader.close();
        isWhole = scopes.length === 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decode(bytes));
  if (!isWhole) throw damaged("document that ends in the middle");
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Record<string, string> | null = null;
  for (const name in attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    scope ??= { ...outer };
    scope[name.slice(6)] = attributes[name] ?? "";
  }
  return scope ?? outer;
}

function resolve(written: string, scope: Scope, otherwise: string): readonly [space: string, name: string] {
  const colon = written.indexOf(":");
  if (colon === -1) return [otherwise, written];
  return [scope[written.slice(0, colon)] ?? "", written.slice(colon + 1)];
}

function find(attributes: Readonly<Record<string, string>>, scope: Scope, space: string, name: string) {
  for (const written in attributes) {
    const [ownSpace, ownName] = resolve(written, scope, "");
    if (ownName === name && ownSpace === space) return attributes[written];
  }
  return undefined;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged("document whose letters cannot be read");
  }
}
