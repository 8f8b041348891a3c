/** What is wrong with a stylesheet that becomes a part of a page, from an offset to another. */
export interface CssFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Functions that load what stands in them as a text. */
const loading = ["image", "image-set", "-webkit-image-set", "src", "cross-fade", "-webkit-cross-fade", "element"];
const embedded = /^(?:#|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/iu;
const pairs: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/**
 * Whether a stylesheet can stand in a page: it fetches nothing, cannot end the element that it stands in, and closes
 * what it opens, so that what follows it still counts. It is read as css-syntax-3 says, escapes in names included.
 */
export function faultsOfCss(css: string): readonly CssFault[] {
  const faults: CssFault[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  const fault = (start: number, length: number, message: string) => {
    faults.push({ start, end: start + length, message });
  };
  for (const { index, 0: found } of css.matchAll(/<\/style/giu)) {
    fault(index, found.length, `Unexpected \`${found}\`, which ends the styles of a page; remove it`);
  }
  /** Brackets that are left open inside those that are closed are one slip. */
  const closeWith = (letter: string) => {
    const opened = open.findLastIndex(({ mark }) => pairs[mark] === letter);
    const last = open.at(-1);
    if (opened === -1) fault(at, 1, `Unexpected \`${letter}\`, which closes nothing; remove it, or open it before`);
    else if (opened < open.length - 1)
      fault(at, 1, `Unexpected \`${letter}\`, expected \`${pairs[last?.mark ?? ""]}\` before it; add it`);
    if (opened !== -1) open.length = opened;
  };
  let at = 0;
  while (at < css.length) {
    const letter = css.charAt(at);
    if (css.startsWith("/*", at)) {
      const end = css.indexOf("*/", at + 2);
      if (end === -1) fault(at, 2, "Unexpected comment without an end, expected `*/`; add it");
      at = end === -1 ? css.length : end + 2;
    } else if (letter === '"' || letter === "'") {
      const end = endOfString(css, at);
      if (css.charAt(end - 1) !== letter || end - at < 2) {
        fault(at, 1, `Unexpected text without an end, expected \`${letter}\` on the same line; add it`);
      }
      at = end;
    } else if (isNameStart(css, at) || (letter === "@" && isNameStart(css, at + 1))) {
      const name = nameAt(css, letter === "@" ? at + 1 : at);
      const word = (letter === "@" ? "@" : "") + name.text.toLowerCase();
      if (word === "@import")
        fault(at, name.end - at, "Unexpected `@import`, expected styles in the file itself; write them here");
      const isCall = css.charAt(name.end) === "(";
      if (isCall && word === "url") {
        const url = urlAt(css, name.end + 1);
        if (!embedded.test(url.text)) {
          const message =
            "Unexpected `url(` to another place, expected nothing that has to be fetched: `url(data:image/png;base64,…)` or `url(#…)`; embed the picture";
          fault(at, name.end + 1 - at, message);
        }
        if (!url.isClosed) fault(at, name.end + 1 - at, "Unexpected `url(` without an end, expected `)`; add it");
        at = url.end;
        continue;
      }
      if (isCall && loading.includes(word)) {
        fault(
          at,
          name.end - at,
          `Unexpected \`${word}(\`, which may fetch a picture, expected \`url(data:…)\`; embed the picture`,
        );
      }
      at = name.end;
    } else {
      if (pairs[letter] !== undefined) open.push({ mark: letter, at });
      else if (Object.values(pairs).includes(letter)) closeWith(letter);
      at += 1;
    }
  }
  for (const { mark, at: start } of open) {
    fault(start, 1, `Unexpected \`${mark}\` without an end, expected \`${pairs[mark]}\`; add it`);
  }
  return faults.sort((a, b) => a.start - b.start);
}

/** Behind the closing quote; where there is none, at the end of the line. */
function endOfString(css: string, start: number): number {
  const quote = css.charAt(start);
  for (let at = start + 1; at < css.length; at += 1) {
    const letter = css.charAt(at);
    if (letter === "\\") at += 1;
    else if (letter === quote) return at + 1;
    else if (/[\n\r\f]/u.test(letter)) return at;
  }
  return css.length;
}

function isNameStart(css: string, at: number): boolean {
  const letter = css.charAt(at);
  return /[A-Za-z_\-\u0080-\u{10ffff}]/u.test(letter) || (letter === "\\" && !/[\n\r\f]/u.test(css.charAt(at + 1)));
}

const escaped = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|([^\n\r\f0-9a-f]))/iuy;

/** A name as it is meant: `u\72 l` is `url`. */
function nameAt(css: string, start: number): { readonly text: string; readonly end: number } {
  let text = "";
  let at = start;
  while (at < css.length) {
    const letter = css.charAt(at);
    if (letter === "\\") {
      escaped.lastIndex = at;
      const found = escaped.exec(css);
      if (found === null) break;
      text += found[1] === undefined ? (found[2] ?? "") : characterOf(found[1]);
      at += found[0].length;
    } else if (/[\w\-\u0080-\u{10ffff}]/u.test(letter)) {
      text += letter;
      at += 1;
    } else break;
  }
  return { text, end: Math.max(at, start + 1) };
}

function characterOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : String.fromCodePoint(code);
}

/** What stands in `url(`, with or without quotes; a backslash in it is no address that is embedded. */
function urlAt(
  css: string,
  start: number,
): { readonly text: string; readonly end: number; readonly isClosed: boolean } {
  let at = start;
  while (/\s/u.test(css.charAt(at))) at += 1;
  const quote = css.charAt(at);
  if (quote === '"' || quote === "'") {
    const end = endOfString(css, at);
    const close = css.indexOf(")", end);
    return { text: css.slice(at + 1, end - 1), end: close === -1 ? css.length : close + 1, isClosed: close !== -1 };
  }
  const close = css.indexOf(")", at);
  const end = close === -1 ? css.length : close;
  return { text: css.slice(at, end).trim(), end: close === -1 ? end : end + 1, isClosed: close !== -1 };
}
