import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Logo } from "../page/brand.ts";
import { readSvg } from "../page/svg.ts";
import type { LogoShape } from "../schema/shapes.ts";
import { decode } from "../source/decode.ts";
import { kindOfBytes } from "../source/kind-of-bytes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code } from "../text/words.ts";
import { type BrandFolder, readNamed } from "./brand-folder.ts";
import { houseFinding } from "./finding.ts";
import { readPicture } from "./picture.ts";

/** More than this on a side is no logo, and takes long to draw. */
const mostPixels = 4000;

interface Logos {
  readonly logo: Logo | null;
  readonly pixelLogo: Logo | null;
  readonly findings: readonly Diagnostic[];
}

/** The logo of a house, and the one for Word, which may be the same. */
export function readLogos(spec: SpecFile, written: LogoShape, folder: BrandFolder): Logos {
  const findings: Diagnostic[] = [];
  const read = (key: "file" | "word", name: string): Logo | null => {
    const found = readLogo(folder, name, written.alt, spec.valueAt(["logo", key]));
    if (Array.isArray(found)) findings.push(...found);
    return Array.isArray(found) ? null : (found as Logo);
  };
  const logo = read("file", written.file);
  const forWord = written.word === undefined ? null : read("word", written.word);
  if (forWord?.type === "image/svg+xml") {
    const message = `Unexpected SVG file ${code(written.word ?? "")}, expected a PNG or JPEG file, which every Word shows; save the logo as PNG too`;
    findings.push(houseFinding("brand-file", message, spec.valueAt(["logo", "word"])));
  }
  if (logo?.type === "image/svg+xml" && written.word === undefined) {
    const message = `Unexpected SVG logo alone, which Word documents are made without, expected a PNG or JPEG file besides; name one with ${code("word:")}`;
    findings.push(houseFinding("logo-for-word", message, spec.valueAt(["logo", "file"])));
  }
  const pixelLogo = [forWord, logo].find((one) => one !== null && one.type !== "image/svg+xml") ?? null;
  return { logo, pixelLogo, findings };
}

function readLogo(folder: BrandFolder, name: string, alt: string, place: Place): Logo | readonly Diagnostic[] {
  const file = readNamed(folder, name, place);
  if ("rule" in file) return [file];
  const { bytes, printed } = file;
  const picture = readPicture(bytes);
  if (picture === "damaged") {
    return [
      houseFinding("brand-file", `Unexpected end of the picture ${code(name)}, which is damaged; save it again`, place),
    ];
  }
  if (picture !== null) {
    const { width, height } = picture;
    if (width <= mostPixels && height <= mostPixels) return { ...picture, bytes, alt };
    const message = `Unexpected picture of ${width} × ${height} pixels, expected at most ${mostPixels} on each side; save ${code(name)} smaller`;
    return [houseFinding("brand-file", message, place)];
  }
  const { file: source, findings } = decode(printed, bytes);
  const other = kindOfOther(bytes) ?? (findings.length > 0 ? "file of another kind" : kindOfText(source.text));
  if (other !== null) {
    const message = `Unexpected ${other} in ${code(name)}, whatever its name says, expected a picture: PNG, JPEG or SVG; export the logo as one of these from the program that it was drawn with`;
    return [houseFinding("brand-file", message, place)];
  }
  const { width, height, text, faults } = readSvg(source.text);
  if (faults.length === 0) {
    const whole = text === source.text ? bytes : new TextEncoder().encode(text);
    return { type: "image/svg+xml", width, height, bytes: whole, alt };
  }
  return faults.map(({ start, end, message }) =>
    houseFinding("brand-svg", message, { file: source, start, end, pointer: "" }),
  );
}

/** What a text is that is no drawing; null where it is one. */
function kindOfText(text: string): string | null {
  if (text.trim() === "") return "empty file";
  if (/^\s*(?:<!doctype html|<html)\b/iu.test(text)) return "web page";
  return /<svg\b/u.test(text) ? null : "text";
}

function kindOfOther(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith("GIF8")) return "GIF picture";
  if (/^RIFF[\s\S]{4}WEBP/u.test(start)) return "WebP picture";
  return kindOfBytes(bytes);
}
