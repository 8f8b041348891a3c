import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { FieldPart } from "../../src/formats/docx/paper-part.ts";
import { tagOf } from "../../src/formats/docx/tag.ts";

type Parts = Readonly<Record<string, Uint8Array>>;

/** Changes the parts of a package; one that becomes null is taken out of it. */
export function editDocx(
  bytes: Uint8Array,
  edits: Readonly<Record<string, ((text: string) => string) | null>>,
): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  const edited = Object.entries(parts).flatMap(([name, content]) => {
    const edit = edits[name];
    if (edit === null) return [];
    return [[name, edit === undefined ? content : strToU8(edit(strFromU8(content)))] as const];
  });
  return zipSync(Object.fromEntries(edited));
}

export function editBody(bytes: Uint8Array, edit: (text: string) => string): Uint8Array {
  return editDocx(bytes, { "word/document.xml": edit });
}

/** Fills the controls of a document in the way that Word does, when somebody types, chooses and ticks in it. */
export function fillDocx(
  bytes: Uint8Array,
  fields: readonly FieldPart[],
  values: ReadonlyMap<string, string>,
): Uint8Array {
  const byTag = new Map(fields.map((field) => [tagOf(field.name), field]));
  return editBody(bytes, (text) =>
    text.replace(/<w:sdt>.*?<\/w:sdt>/gsu, (control) => {
      const field = byTag.get(decode(/<w:tag w:val="([^"]*)"\/>/u.exec(control)?.[1] ?? ""));
      const value = values.get(field?.name ?? "") ?? "";
      return field === undefined || value === "" ? control : fillControl(control, field, value);
    }),
  );
}

function fillControl(control: string, { kind }: FieldPart, value: string): string {
  const filled = control.replace("<w:showingPlcHdr/>", "");
  switch (kind) {
    case "tick":
      return filled.replace('w14:checked w14:val="0"', 'w14:checked w14:val="1"').replace("☐</w:t>", "☒</w:t>");
    case "date":
      return withContent(filled.replace("<w:date>", '<w:date w:fullDate="2026-10-02T00:00:00Z">'), runs(value));
    case "choice":
      return withContent(
        filled.replace("<w:dropDownList>", `<w:dropDownList w:lastValue="${encode(value)}">`),
        runs(value),
      );
    case "line":
    case "lines":
      return withContent(filled, runs(value));
  }
}

function withContent(control: string, content: string): string {
  return control.replace(/<w:sdtContent>.*<\/w:sdtContent>/su, () => `<w:sdtContent>${content}</w:sdtContent>`);
}

/** Word begins a new run wherever it likes, and puts its own marks between them. */
function runs(value: string): string {
  const middle = Math.ceil([...value].length / 2);
  const letters = [...value];
  return [letters.slice(0, middle).join(""), letters.slice(middle).join("")]
    .filter((piece) => piece !== "")
    .map((piece) => `<w:r w:rsidR="00A1B2C3"><w:rPr><w:lang w:val="en-GB"/></w:rPr>${pieces(piece)}</w:r>`)
    .join('<w:proofErr w:type="spellStart"/>');
}

function pieces(text: string): string {
  return text
    .split(/([\n\t])/u)
    .map((piece) => {
      if (piece === "\n") return "<w:br/>";
      if (piece === "\t") return "<w:tab/>";
      return piece === "" ? "" : `<w:t xml:space="preserve">${encode(piece)}</w:t>`;
    })
    .join("");
}

export function encode(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

function decode(text: string): string {
  return text
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, "&");
}
