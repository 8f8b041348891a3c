import { describe, expect, test } from "vitest";
import { decode } from "../../src/source/decode.ts";
import { brief } from "../check-folder.ts";

const rows: readonly (readonly [about: string, bytes: Uint8Array, text: string, finds: readonly string[]])[] = [
  ["plain text", Buffer.from("id: a\n"), "id: a\n", []],
  ["a byte-order mark", Buffer.from("\ufeffid: a\n"), "id: a\n", []],
  ["line ends of Windows", Buffer.from("id: a\r\n"), "id: a\r\n", []],
  ["letters outside the first plane", Buffer.from("id: 😀\n"), "id: 😀\n", []],
  ["nothing", Buffer.from(""), "", []],
  ["Latin 1", Buffer.from("id: é\n", "latin1"), "id: \ufffd\n", ['a.yaml:1:5-1:6 not-utf-8 "\ufffd"']],
  ["a cut letter at the end", Buffer.from([0x61, 0xc3]), "a\ufffd", ['a.yaml:1:2-1:3 not-utf-8 "\ufffd"']],
  ["UTF-16, least byte first", Buffer.from("\ufeffid: a", "utf16le"), "", ['a.yaml:1:1-1:1 not-utf-8 ""']],
  ["UTF-16, greatest byte first", Buffer.from([0xfe, 0xff, 0x00, 0x61]), "", ['a.yaml:1:1-1:1 not-utf-8 ""']],
  ["UTF-16 without a mark", Buffer.from("id: a", "utf16le"), "", ['a.yaml:1:1-1:1 not-utf-8 ""']],
  ["a zero byte", Buffer.from("id: a\0\n"), "id: a\0\n", ['a.yaml:1:6-1:7 not-utf-8 "\\u0000"']],
  [
    "bytes without a sense",
    Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 37) % 256)),
    "",
    ['a.yaml:1:1-1:1 not-utf-8 ""'],
  ],
];

describe("decode", () => {
  test.each(rows)("%s", (_, bytes, text, finds) => {
    const { file, findings } = decode("a.yaml", bytes);
    expect(file.text).toBe(text);
    expect(findings.map(brief)).toEqual(finds);
  });
});

test.each([
  ["PDF document", "%PDF-1.7\n"],
  ["Word document", "PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml"],
  ["Excel workbook", "PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml xl/workbook.xml"],
  ["OpenDocument file", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"],
  ["Word document (or another of an old Office)", "\xd0\xcf\x11\xe0\xa1\xb1"],
  ["Rich Text document", "{\\rtf1 kind: unit}"],
  ["picture", "\x89PNG\r\n"],
])("a %s is called so, and nothing of it is shown", (kind, start) => {
  const { file, findings } = decode("a.yaml", Buffer.from(start, "latin1"));
  expect(file.text).toBe("");
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(`Unexpected ${kind}, `)]);
});
