import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Qualification, Unit } from "../model/types.ts";
import { asPiece } from "../source/pieces/as-piece.ts";
import { type Piece, takeItems } from "../source/pieces/take-items.ts";
import { code } from "../text/words.ts";
import { says } from "./compose.ts";
import { unitsLines, usualLayout } from "./layout.ts";
import { namedUnits } from "./named-units.ts";
import { standOf } from "./put-units.ts";

export interface Bundle {
  readonly text: string;
  /** The units that stand in files of their own, and are copied. */
  readonly copied: readonly Unit[];
}

/**
 * One file of a qualification and its units; a finding where one is written in a way that cannot be joined to others.
 *
 * @param usual the language of files that name none
 */
export function bundle(qualification: Qualification, corpus: Corpus, usual: string): Bundle | Diagnostic {
  const { spec } = qualification.origin;
  const taken = takeItems(spec, "units");
  if (taken !== null && "place" in taken) return refusal(taken.place, taken.message);
  const stand = standOf(spec, taken);
  const copied = unitsElsewhere(qualification, corpus, stand.order);
  const copies = copied.map((unit) => copyOf(unit, qualification, usual));
  const pieces = copies.flatMap(({ piece }) => piece ?? []);
  const text = pieces.length === 0 ? spec.source.text : stand.put(pieces);
  const { units: inline = [], ...rest } = qualification.source;
  const units = [...inline, ...copies.map(({ data }) => data)];
  if (says(text, spec.source.path, units.length === 0 ? rest : { ...rest, units })) return { text, copied };
  // Which of them it is matters only now.
  const rare = copied.find((_, at) => !isCopied(copies[at]));
  const place = rare === undefined ? spec.keyAt(["id"]) : rare.origin.spec.keyAt(["id"]);
  const what = rare === undefined ? "the file" : `the unit ${code(rare.id)}`;
  return refusal(place, `Unexpected way of writing ${what}, expected keys on lines of their own; write it so`);
}

/** The units of a qualification that stand in files of their own: some first, then in the order in which it names them. */
function unitsElsewhere(qualification: Qualification, corpus: Corpus, first: readonly string[]): readonly Unit[] {
  const own = new Set(qualification.inlineUnits.map(({ id }) => id));
  const ids = new Set([...first, ...namedUnits(qualification.source)]);
  return [...ids].flatMap((id) => {
    const found = own.has(id) ? null : corpus.find(id);
    return found !== null && found !== "broken" && found.type === "unit" && found.origin.path.length === 0
      ? [found]
      : [];
  });
}

interface Copy {
  /** null where it is written in a way that cannot be moved. */
  readonly piece: Piece | null;
  /** What it has to say where it stands then. */
  readonly data: unknown;
}

/** A unit as it stands in the file of a qualification, from which it takes its language unless it names another. */
function copyOf(unit: Unit, qualification: Qualification, usual: string): Copy {
  const { kind: _kind, ...source } = unit.source as Unit["source"] & { readonly kind?: "unit" };
  const { spec } = unit.origin;
  if (source.language === undefined) {
    const piece = asPiece(spec, ["kind"]);
    if (unit.language === qualification.language || piece === null) return { piece, data: source };
    const lines = [...piece.lines, `language: ${unit.language}`];
    return { piece: { ...piece, lines, keepsEnd: false }, data: { ...source, language: unit.language } };
  }
  // So `split` writes it, at the end: what it adds goes again.
  const isAdded = source.language === qualification.source.language && source.language !== usual;
  if (!isAdded || !spec.source.text.trimEnd().endsWith(`\nlanguage: ${unit.language}`))
    return { piece: asPiece(spec, ["kind"]), data: source };
  const { language: _language, ...data } = source;
  return { piece: asPiece(spec, ["kind", "language"]), data };
}

function isCopied(copy: Copy | undefined): boolean {
  return (
    copy !== undefined &&
    copy.piece !== null &&
    says(`${unitsLines([copy.piece], usualLayout, 0).join("\n")}\n`, "", { units: [copy.data] })
  );
}

function refusal(place: Diagnostic["place"], message: string): Diagnostic {
  return { rule: "yaml-syntax", severity: "error", message, place, related: [] };
}
