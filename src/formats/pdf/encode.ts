import { template } from "../../generated/pdf.js";
import { paletteOf } from "../../page/brand.ts";
import { footerLines, type Page } from "../../page/page.ts";
import { elementsOf } from "../../page/parse-page.ts";
import type { OnMissing } from "../define-format.ts";
import { encodeBlocks } from "./blocks.ts";
import { type Covers, coverageOf } from "./cmap.ts";
import { type Context, languageOf } from "./context.ts";
import { openEngine, type Typeset } from "./engine.ts";
import { unpackFonts } from "./fonts.ts";
import { withHeadingsInOrder } from "./headings.ts";
import { Letters } from "./letters.ts";
import { pictureOf } from "./logo.ts";
import { markRowHeads } from "./row-heads.ts";
import type { Sheet } from "./sheet.ts";

interface Press {
  readonly typeset: Typeset;
  readonly covers: readonly Covers[];
}

/** One for all papers of a run. */
let press: Promise<Press> | undefined;

/** A page as a tagged PDF. @throws MissingProgram where there is no engine. */
export async function encodePdf(page: Page, onMissing?: OnMissing): Promise<Uint8Array> {
  press ??= openPress();
  const { typeset, covers } = await press;
  const letters = new Letters(covers);
  const sheet = sheetOf(page, letters);
  for (const sign of letters.missing) onMissing?.(sign);
  return markRowHeads(typeset(template, JSON.stringify(sheet)), sheet.content);
}

async function openPress(): Promise<Press> {
  const fonts = unpackFonts();
  return { typeset: await openEngine(fonts), covers: fonts.map(coverageOf) };
}

/** How many characters of body text, and of the foot of a sheet, a line has room for. */
const rooms = { portrait: 84, landscape: 124 } as const;
const footRooms = { portrait: 118, landscape: 178 } as const;
/** More than this would leave too little of each sheet; the cover and every unit say notices in full. */
const longestFoot = 600;

function sheetOf(page: Page, letters: Letters): Sheet {
  const { orientation } = page;
  const context: Context = {
    page,
    letters,
    places: placesOf(page),
    language: page.language,
    look: "",
    isInTable: false,
    isInGrid: false,
    showsAddresses: false,
    isBrief: false,
    isInUnit: false,
    room: rooms[orientation],
  };
  const foot = [...footerLines(page), page.notices.join(" ")]
    .filter((line) => line !== "")
    .map((line) => letters.print(shorten(line.replace(/\s+/gu, " ")), footRooms[orientation]));
  return {
    title: page.title,
    language: languageOf(page.language),
    isRightToLeft: page.direction === "rtl",
    isLandscape: orientation === "landscape",
    palette: paletteOf(page.brand),
    logo: pictureOf(page.brand),
    footer: foot,
    footerLines: foot.reduce((sum, line) => sum + Math.ceil(line.length / footRooms[orientation]), 0),
    numbering: letters.print(page.phrases.sheet, rooms[orientation]),
    content: withHeadingsInOrder(encodeBlocks(page.content, context)),
  };
}

function shorten(text: string): string {
  return text.length <= longestFoot
    ? text
    : `${[...text]
        .slice(0, longestFoot - 1)
        .join("")
        .trimEnd()}…`;
}

/** Every id of the page with its name in the file: the engine has rules of its own for names. */
function placesOf({ content }: Page): ReadonlyMap<string, string> {
  const ids = elementsOf(content).flatMap(({ name, attributes }) => (name === "field" ? [] : (attributes["id"] ?? [])));
  return new Map([...new Set(ids)].map((id, at) => [id, `place-${at + 1}`]));
}
