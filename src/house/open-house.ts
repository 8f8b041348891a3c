import { join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printedPath } from "../files/paths.ts";
import type { FileView } from "../files/view.ts";
import type { Brand } from "../page/brand.ts";
import type { OwnTemplates } from "../render/own-templates.ts";
import type { BrandShape, HouseShape } from "../schema/shapes.ts";
import { validate } from "../schema/validate.ts";
import { decode } from "../source/decode.ts";
import { parse } from "../source/parse.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code, excerpt } from "../text/words.ts";
import type { BrandFolder } from "./brand-folder.ts";
import { checkColours, readColours } from "./colours.ts";
import { houseFinding } from "./finding.ts";
import { readLogos } from "./logo.ts";
import { readTemplates } from "./templates.ts";
import { readWord } from "./word.ts";

export const brandFileName = "brand.yaml";

/** How a house wants its papers, as far as what it wrote is in order. */
export interface House {
  readonly brand: Brand | null;
  /** Its own templates; null where it has none. */
  readonly templates: OwnTemplates | null;
  readonly findings: readonly Diagnostic[];
}

/** What a workspace file says of its house, and where. */
export interface WrittenHouse {
  readonly root: string;
  readonly house: HouseShape;
  readonly spec: SpecFile;
}

const noHouse: House = { brand: null, templates: null, findings: [] };

/** Reads the style of a house, and says everything that is wrong with it. */
export async function openHouse(written: WrittenHouse, cwd: string, view: FileView): Promise<House> {
  const { root, house, spec } = written;
  if (house.brand === undefined) return noHouse;
  const folder: BrandFolder = { path: resolve(root, house.brand), cwd, view };
  const place = spec.valueAt(["house", "brand"]);
  if (view.kindOf(folder.path) !== "folder") {
    const message = `No such folder: ${excerpt(house.brand)}; make it, with a file ${code(brandFileName)}, or correct the spelling`;
    return { ...noHouse, findings: [houseFinding("brand-folder", message, place)] };
  }
  const hasTemplates = view.kindOf(join(folder.path, "templates")) === "folder";
  const read = await readBrand(folder);
  if (read === null && !hasTemplates) {
    const message = `Unexpected folder ${excerpt(house.brand)} without ${code(brandFileName)} and without ${code("templates")}, expected one of them; add it, or name another folder`;
    return { ...noHouse, findings: [houseFinding("brand-folder", message, place)] };
  }
  const { templates, styles, findings } = await readTemplates(folder);
  return {
    brand: read !== null && read.brand === null ? null : { ...(read?.brand ?? plain), styles },
    templates,
    findings: [...(read?.findings ?? []), ...findings],
  };
}

const plain: Brand = {
  logo: null,
  pixelLogo: null,
  colours: {},
  fonts: { body: [], headings: [] },
  footer: null,
  styles: "",
};

/** null where there is no such file. */
async function readBrand(folder: BrandFolder): Promise<Pick<House, "brand" | "findings"> | null> {
  const path = join(folder.path, brandFileName);
  if (folder.view.kindOf(path) !== "file") return null;
  const printed = printedPath(path, folder.cwd);
  const decoded = decode(printed, folder.view.bytes(path, printed));
  if (decoded.findings.length > 0) return { brand: null, findings: decoded.findings };
  if (decoded.file.text.replace(/#.*$/gmu, "").trim() === "") return { brand: plain, findings: [] };
  const { spec, findings } = parse(decoded.file);
  if (spec === null) return { brand: null, findings };
  const shape = await validate(spec, "brand");
  const written = soundParts(spec.data, shape);
  const logos =
    written.logo === undefined ? { logo: null, pixelLogo: null, findings: [] } : readLogos(spec, written.logo, folder);
  const colours = written.colours ?? {};
  const word = await readWord(spec, written, folder);
  const { body = [], headings = body } = written.fonts ?? {};
  const areColoursSound = !shape.some(({ place }) => place.pointer.startsWith("/colours"));
  const all = [
    ...findings,
    ...shape,
    ...logos.findings,
    ...word.findings,
    ...checkColours(spec, colours, areColoursSound),
  ];
  if (shape.length > 0) return { brand: null, findings: all };
  return {
    brand: {
      ...plain,
      logo: logos.logo,
      pixelLogo: logos.pixelLogo,
      colours: readColours(colours),
      fonts: { body, headings },
      footer: written.footer?.trim() ?? null,
      ...(word.look === null ? {} : { word: word.look }),
    },
    findings: all,
  };
}

/** What a brand says in the shape that it should have: the rest of it is looked at all the same, and told at once. */
function soundParts(data: unknown, shape: readonly Diagnostic[]): BrandShape {
  const isSound = (pointer: string) => !shape.some(({ place }) => `${place.pointer}/`.startsWith(`${pointer}/`));
  const entries = (value: unknown) => Object.entries(typeof value === "object" && value !== null ? value : {});
  const sound = entries(data).flatMap(([key, value]) => {
    if (isSound(`/${key}`)) return [[key, value]];
    const colours = entries(value).filter(([name]) => isSound(`/${key}/${name}`));
    return key === "colours" ? [[key, Object.fromEntries(colours)]] : [];
  });
  // The schema has found no fault with what is left.
  return Object.fromEntries(sound) as BrandShape;
}
