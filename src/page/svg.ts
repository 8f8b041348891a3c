import { Parser } from "htmlparser2";
import { faultsOfCss } from "./css.ts";

/** What is wrong with a drawing, from an offset to another. */
export interface SvgFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The file, with the `viewBox` that it has without saying so: programs differ in what they make of a drawing without. */
  readonly text: string;
  readonly faults: readonly SvgFault[];
}

const namespace = "http://www.w3.org/2000/svg";
/** What runs, or what shows another page in the drawing. */
const refused = ["script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"];
const embedded = /^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,|$)/iu;

/** Whether an SVG file is a drawing and nothing else: no program, nothing from elsewhere, and a size in proportion. */
export function readSvg(text: string): Drawing {
  const faults: SvgFault[] = [];
  const fault = (start: number, length: number, message: string) => {
    faults.push({ start, end: start + length, message });
  };
  for (const { index, 0: found } of text.matchAll(/<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet/giu)) {
    fault(
      index,
      found.length,
      `Unexpected \`${found.replace(/\s[\s\S]*/u, "")}\`, expected a drawing that is complete in itself; save it as plain SVG`,
    );
  }
  const open: { readonly name: string; readonly at: number }[] = [];
  let root: Readonly<Record<string, string>> | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const at = parser.startIndex;
        if (root === null) {
          if (name !== "svg")
            fault(at, name.length + 1, `Unexpected \`<${name}>\`, expected \`<svg>\`; name an SVG file`);
          root = attributes;
        }
        open.push({ name, at });
        const local = localName(name);
        if (refused.includes(local))
          fault(
            at,
            name.length + 1,
            `Unexpected \`<${name}>\`, expected a drawing without programs and other pages; remove it`,
          );
        for (const [key, value] of Object.entries(attributes)) {
          const message = faultOfAttribute(localName(key), value, local);
          if (message !== null) fault(placeIn(text, at, key), key.length, message);
        }
      },
      ontext: (words) => {
        if (localName(open.at(-1)?.name ?? "") !== "style") return;
        const from = text.indexOf(words, parser.startIndex);
        for (const { start, end, message } of faultsOfCss(words))
          fault(Math.max(0, from) + start, end - start, message);
      },
      onclosetag: (name, isImplied) => {
        const last = open.pop();
        if (isImplied && last !== undefined && !isEmptyTag(text, last.at)) {
          fault(
            last.at,
            name.length + 1,
            `Unexpected \`<${name}>\` without an end, expected \`</${name}>\`; save the drawing again`,
          );
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  const { width, height, isWritten } = sizeOf(root ?? {});
  if (root === null) fault(0, 0, "Unexpected file without `<svg>`, expected a drawing; save it again");
  else if (faults.length === 0) {
    const at = Math.max(0, text.search(/<svg\b/u));
    if (root["xmlns"] !== namespace)
      fault(
        at,
        4,
        `Unexpected \`<svg>\` without \`xmlns="${namespace}"\`, without which browsers show nothing; add it`,
      );
    else if (!(width > 0 && height > 0))
      fault(
        at,
        4,
        'Unexpected `<svg>` without `viewBox` and without a `width` and `height`, one of which says how large it is; add one such as `viewBox="0 0 300 80"`',
      );
  }
  const whole = isWritten ? text : text.replace(/<svg\b/u, `$& viewBox="0 0 ${width} ${height}"`);
  return { width, height, text: whole, faults: faults.sort((a, b) => a.start - b.start) };
}

function faultOfAttribute(name: string, value: string, element: string): string | null {
  if (name.startsWith("on")) return `Unexpected \`${name}\`, expected a drawing without programs; remove it`;
  const isAddress = name === "href" || name === "src";
  if (isAddress && element !== "a" && !embedded.test(value.trim())) {
    return `Unexpected address in \`${name}\`, expected a drawing that is complete in itself; embed what it refers to`;
  }
  if (element === "a" && isAddress && !/^(?:#|https?:)/iu.test(value.trim())) {
    return `Unexpected address in \`${name}\`, expected one that begins with \`https://\`; remove it`;
  }
  if (name === "attributename" && /href|^on/iu.test(value)) {
    return "Unexpected animation of an address, expected a drawing that stands still; remove it";
  }
  // Presentation attributes and `style` are CSS.
  const isStyle = name === "style" || /\\|@import|(?:url|src|element|cross-fade|image(?:-set)?)\(/iu.test(value);
  return isStyle && !isAddress && faultsOfCss(value).length > 0
    ? `Unexpected address in \`${name}\`, expected \`url(#…)\`; embed what it refers to`
    : null;
}

/** Without its prefix, in small letters: XML tells cases apart, whoever hides something need not. */
function localName(name: string): string {
  return (name.split(":").at(-1) ?? name).toLowerCase();
}

function placeIn(text: string, tag: number, key: string): number {
  const at = text.indexOf(key, tag);
  return at === -1 ? tag : at;
}

function isEmptyTag(text: string, at: number): boolean {
  const tag = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/u.exec(text.slice(at))?.[0] ?? "";
  return tag.endsWith("/>");
}

/** Lengths of CSS, in pixels; in a drawing a number alone is one of pixels too. */
const lengths: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** The size that the `viewBox` gives, else `width` and `height`. */
function sizeOf(root: Readonly<Record<string, string>>) {
  const [, , width = 0, height = 0] = (root["viewBox"] ?? "")
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const isWritten = root["viewBox"] !== undefined;
  return isWritten
    ? { width, height, isWritten }
    : { width: pixels(root["width"]), height: pixels(root["height"]), isWritten };
}

function pixels(written = ""): number {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*$/u.exec(written) ?? [];
  return Math.round(Number(number) * (lengths[unit] ?? 0) * 100) / 100;
}
