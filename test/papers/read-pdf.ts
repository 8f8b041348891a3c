import { qpdf } from "./qpdf.ts";

type Value = null | boolean | number | string | readonly Value[] | Dictionary;
interface Dictionary {
  readonly [key: string]: Value;
}
interface Stored {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

/** An element of the structure that programs read a PDF by. */
export interface Tag {
  readonly type: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly scope: string | null;
  /** Underline or LineThrough, where programs that read aloud are told of it. */
  readonly decoration: string | null;
  readonly children: readonly Tag[];
  /** Of it and all in it, in reading order. */
  readonly text: string;
}

export interface Pdf {
  readonly language: string | null;
  readonly isMarked: boolean;
  readonly showsTitle: boolean;
  readonly metadata: string;
  /** The titles of the bookmarks, each with those below it. */
  readonly bookmarks: readonly Bookmark[];
  readonly links: readonly string[];
  readonly pages: readonly PdfPage[];
  readonly tree: readonly Tag[];
  /** The names of the fonts that are not in the file itself. */
  readonly foreignFonts: readonly string[];
}

export interface Bookmark {
  readonly title: string;
  readonly children: readonly Bookmark[];
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** What is drawn neither as content nor as an artifact, so that programs do not know what it is. */
  readonly unmarked: number;
  /** Of words in another language than what is around them, in reading order. */
  readonly languages: readonly string[];
}

/** A PDF as programs read it. */
export function readPdf(path: string): Pdf {
  const json = qpdf("--json=2", "--json-stream-data=inline", "--decode-level=generalized", path);
  const { qpdf: parts } = JSON.parse(json) as { readonly qpdf: readonly Readonly<Record<string, Stored>>[] };
  const file = new Objects(parts[1] ?? {});
  const root = file.root();
  const pages = file.list(file.at(root, "/Pages", "/Kids")).flatMap((page) => file.pagesOf(page));
  const drawn = pages.map((page) => drawnOn(page, file));
  const texts = new Map(pages.map((page, at) => [page, drawn[at]?.marked ?? new Map<number, string>()]));
  return {
    language: text(root["/Lang"]),
    isMarked: file.at(root, "/MarkInfo", "/Marked") === true,
    showsTitle: file.at(root, "/ViewerPreferences", "/DisplayDocTitle") === true,
    metadata: file.data(root["/Metadata"], "utf8"),
    bookmarks: bookmarksOf(file.at(root, "/Outlines"), file),
    links: pages.flatMap((page) => linksOn(page, file)),
    pages: drawn.map(({ words, unmarked, languages }, at) => {
      const [, , width = 0, height = 0] = file.list(pages[at]?.["/MediaBox"]) as readonly number[];
      return { width, height, text: words, unmarked, languages };
    }),
    tree: file.list(file.at(root, "/StructTreeRoot", "/K")).map((one) => tagOf(one, file, texts)),
    foreignFonts: file.foreignFonts(),
  };
}

/** The objects of a file by their numbers. */
class Objects {
  readonly #stored: Readonly<Record<string, Stored>>;
  readonly #known = new Map<string, Value>();

  constructor(stored: Readonly<Record<string, Stored>>) {
    this.#stored = stored;
  }

  root(): Dictionary {
    const trailer = this.#stored["trailer"]?.value as Dictionary;
    return this.get(trailer["/Root"]) as Dictionary;
  }

  /** What a value is, once references are followed; the same object each time. */
  get(value: Value | undefined): Value {
    if (typeof value !== "string" || !/^\d+ \d+ R$/u.test(value)) return value ?? null;
    const stored = this.#stored[`obj:${value}`];
    const known = this.#known.get(value) ?? stored?.value ?? stored?.stream?.dict ?? null;
    this.#known.set(value, known);
    return known;
  }

  at(from: Value | undefined, ...keys: readonly string[]): Value {
    return keys.reduce<Value>((value, key) => this.get((value as Dictionary | null)?.[key]), this.get(from));
  }

  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    if (found === null) return [];
    return (Array.isArray(found) ? found : [found]).map((one) => this.get(one));
  }

  data(value: Value | undefined, encoding: "latin1" | "utf8" = "latin1"): string {
    const stream = this.#stored[`obj:${String(value)}`]?.stream;
    return Buffer.from(stream?.data ?? "", "base64").toString(encoding);
  }

  pagesOf(value: Value): readonly Dictionary[] {
    const node = value as Dictionary;
    return node["/Type"] === "/Page" ? [node] : this.list(node["/Kids"]).flatMap((kid) => this.pagesOf(kid));
  }

  foreignFonts(): readonly string[] {
    const all = Object.values(this.#stored).map(({ value }) => value as Dictionary | undefined);
    return all
      .filter((one) => one?.["/Type"] === "/FontDescriptor")
      .filter((one) => !["/FontFile", "/FontFile2", "/FontFile3"].some((key) => one?.[key] !== undefined))
      .map((one) => String(one?.["/FontName"]));
  }
}

function text(value: Value | undefined): string | null {
  return typeof value === "string" ? value.replace(/^u:/u, "") : null;
}

function bookmarksOf(value: Value, file: Objects): readonly Bookmark[] {
  const found: Bookmark[] = [];
  for (let one = file.at(value, "/First"); one !== null; one = file.at(one, "/Next")) {
    found.push({ title: text(file.at(one, "/Title")) ?? "", children: bookmarksOf(one, file) });
  }
  return found;
}

function linksOn(page: Dictionary, file: Objects): readonly string[] {
  return file.list(page["/Annots"]).flatMap((link) => text(file.at(link, "/A", "/URI")) ?? []);
}

function tagOf(value: Value, file: Objects, texts: ReadonlyMap<Dictionary, ReadonlyMap<number, string>>): Tag {
  const element = value as Dictionary;
  const page = file.at(element, "/Pg") as Dictionary | null;
  const children: Tag[] = [];
  let words = "";
  for (const kid of file.list(element["/K"])) {
    const id = typeof kid === "number" ? kid : (kid as Dictionary)["/MCID"];
    if (typeof id === "number") {
      const own = typeof kid === "number" ? page : (file.at(kid, "/Pg") as Dictionary | null);
      words += (own === null ? undefined : texts.get(own)?.get(id)) ?? "";
    } else if ((kid as Dictionary)["/S"] !== undefined) {
      const child = tagOf(kid, file, texts);
      children.push(child);
      words += child.text;
    }
  }
  const attributes = file.list(element["/A"]) as readonly Dictionary[];
  const attribute = (name: string) =>
    attributes
      .map((one) => one[name])
      .find((one) => typeof one === "string")
      ?.slice(1) ?? null;
  return {
    type: String(element["/S"]).slice(1),
    title: text(element["/T"]),
    language: text(element["/Lang"]),
    scope: attribute("/Scope"),
    decoration: attribute("/TextDecorationType"),
    children,
    text: words,
  };
}

interface Drawn {
  readonly words: string;
  readonly marked: ReadonlyMap<number, string>;
  readonly unmarked: number;
  readonly languages: readonly string[];
}

/** Brackets in a string need no mark before them where they are pairs, also within each other. */
const inBrackets = [1, 2, 3, 4, 5, 6].reduce((inner) => String.raw`\((?:\\[\s\S]|[^\\()]|${inner})*\)`, "(?!)");
const aString = `${inBrackets}|<[0-9a-fA-F]*>`;
const anOperation = new RegExp(
  [
    String.raw`/(?<font>\w+)\s+[-\d.]+\s+Tf`,
    String.raw`/\w+\s*(?:<<(?<properties>(?:${aString}|[^<>()])*)>>|/\w+)?\s*(?<begins>BDC|BMC)`,
    String.raw`\b(?<ends>EMC)\b`,
    String.raw`(?<writes>\[(?:${aString}|[^\]()<])*\]\s*TJ|(?:${aString})\s*Tj)`,
    String.raw`\b(?<paints>f\*?|S|s|B\*?|b\*?|Do|sh)(?=\s)`,
  ].join("|"),
  "gu",
);

/** What the operations of a page write, letter for letter, and under which mark. */
function drawnOn(page: Dictionary, file: Objects): Drawn {
  const fonts = file.at(page, "/Resources", "/Font") as Dictionary | null;
  const letters = new Map<string, ReadonlyMap<string, string>>();
  const marks: number[] = [];
  const marked = new Map<number, string>();
  let font = "";
  let words = "";
  let unmarked = 0;
  const languages: string[] = [];
  const contents = page["/Contents"];
  const all = (Array.isArray(contents) ? contents : [contents]).map((one) => file.data(one)).join("\n");
  for (const { groups = {} } of all.matchAll(anOperation)) {
    const { properties = "", begins, ends, writes, paints } = groups;
    font = groups["font"] ?? font;
    if (begins !== undefined) marks.push(Number(/\/MCID (\d+)/u.exec(properties)?.[1] ?? Number.NaN));
    languages.push(...(/\/Lang \(([^)]*)\)/u.exec(properties)?.slice(1) ?? []));
    if (ends !== undefined) marks.pop();
    if ((writes !== undefined || paints !== undefined) && marks.length === 0) unmarked += 1;
    if (writes === undefined) continue;
    const table = letters.get(font) ?? lettersOf(file.get(fonts?.[`/${font}`]) as Dictionary, file);
    letters.set(font, table);
    const codes = [...writes.matchAll(new RegExp(aString, "gu"))].map(([one]) => hexOf(one)).join("");
    const written = (codes.match(/.{4}/gu) ?? []).map((code) => table.get(code) ?? "?").join("");
    words += written;
    const mark = marks.findLast((one) => !Number.isNaN(one));
    if (mark !== undefined) marked.set(mark, (marked.get(mark) ?? "") + written);
  }
  return { words, marked, unmarked, languages };
}

/** The bytes of a string, which may be written in two ways. */
function hexOf(written: string): string {
  if (written.startsWith("<")) return written.slice(1, -1).toUpperCase();
  const bytes = written.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, escaped: string) => {
    if (/^[0-7]/u.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8));
    return ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" } as Readonly<Record<string, string>>)[escaped] ?? escaped;
  });
  return Buffer.from(bytes, "latin1").toString("hex").toUpperCase();
}

/** What each code of a font stands for. */
function lettersOf(font: Dictionary, file: Objects): ReadonlyMap<string, string> {
  const map = file.data(font["/ToUnicode"]);
  const found = new Map<string, string>();
  for (const [, code = "", meaning = ""] of map.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]*)>\n/gu)) {
    found.set(code.toUpperCase(), Buffer.from(meaning, "hex").swap16().toString("utf16le"));
  }
  return found;
}
