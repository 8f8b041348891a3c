import { expect, test } from "vitest";
import { kindOfFile } from "../../src/exchange/kind-of-file.ts";

const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
const container = (name: string) => Buffer.concat([ole, Buffer.alloc(600), Buffer.from(name, "utf16le")]);

test.each([
  ["a PDF", Buffer.from("%PDF-1.7 …"), "PDF"],
  ["Rich Text", Buffer.from("{\\rtf1\\ansi}"), "Rich Text (RTF)"],
  ["an old document", container("WordDocument"), "document of an old Word (.doc)"],
  ["a document with a password", container("EncryptedPackage"), "document with a password"],
  ["another file of old Office", container("Workbook"), "file of an old Office program"],
  ["a web page", Buffer.from("\uFEFF<!DOCTYPE html><html>"), "web page"],
  ["a photograph", Buffer.from("ffd8ffe000", "hex"), "photograph"],
  ["a picture", Buffer.from("89504e470d", "hex"), "picture"],
  ["nothing", Buffer.alloc(0), "empty file"],
  ["zeros, as of a disk that failed", Buffer.alloc(4096), "empty file"],
])("%s is told by its first bytes", (_, bytes, found) => {
  expect(kindOfFile(bytes)).toMatchObject({ kind: "other", found });
});

test("everything else is a package or text", () => {
  expect(kindOfFile(Buffer.from("PK\x03\x04…"))).toEqual({ kind: "package" });
  expect(kindOfFile(Buffer.from("\uFEFF{}"))).toEqual({ kind: "text" });
});
