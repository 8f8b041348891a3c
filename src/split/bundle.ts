import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Qualification, Unit } from "../model/types.ts";
import { unitMentions } from "../model/unit-mentions.ts";
import { asPiece } from "../source/pieces/as-piece.ts";
import { type Piece, takeItems } from "../source/pieces/take-items.ts";
import { code } from "../text/words.ts";
import { ended, says, unitsKey, withLineEndsOf } from "./compose.ts";

export interface Bundle {
  readonly text: string;
  /** The units that stand in files of their own, and are copied. */
  readonly copied: readonly Unit[];
}

/** The units of a qualification that stand in files of their own, in the order in which it names them. */
export function unitsElsewhere(qualification: Qualification, corpus: Corpus): readonly Unit[] {
  const ids = [
    ...qualification.groups.flatMap(({ units }) => units.map(({ id }) => id)),
    ...unitMentions(qualification.source).map(({ id }) => id),
  ];
  const own = new Set(qualification.inlineUnits.map(({ id }) => id));
  return [...new Set(ids)].flatMap((id) => {
    const found = own.has(id) ? null : corpus.find(id);
    return found !== null && found !== "broken" && found.type === "unit" && found.origin.path.length === 0
      ? [found]
      : [];
  });
}

/** One file of a qualification and its units; a finding where one is written in a way that cannot be joined to others. */
export function bundle(qualification: Qualification, corpus: Corpus): Bundle | Diagnostic {
  const { spec } = qualification.origin;
  const taken = takeItems(spec, "units");
  if ("place" in taken) return refusal(taken.place, taken.message);
  const copied = unitsElsewhere(qualification, corpus);
  const copies = copied.map((unit) => copyOf(unit, qualification.language));
  const pieces = [...taken.pieces, ...copies.flatMap(({ piece }) => piece ?? [])];
  const key = pieces.length === 0 ? "" : withLineEndsOf(spec.source.text, unitsKey(pieces));
  const text = key === "" ? taken.rest : ended(taken.rest) + key;
  const { units: inline = [], ...rest } = qualification.source;
  const units = [...inline, ...copies.map(({ data }) => data)];
  if (says(text, spec.source.path, units.length === 0 ? rest : { ...rest, units })) return { text, copied };
  // Which of them it is matters only now.
  const rare = copied.find((_, at) => !isCopied(copies[at]));
  const place = rare === undefined ? spec.keyAt(["id"]) : rare.origin.spec.keyAt(["id"]);
  const what = rare === undefined ? "the file" : `the unit ${code(rare.id)}`;
  return refusal(place, `Unexpected way of writing ${what}, expected keys on lines of their own; write it so`);
}

interface Copy {
  /** null where it is written in a way that cannot be moved. */
  readonly piece: Piece | null;
  /** What it has to say where it stands then. */
  readonly data: unknown;
}

/** A unit as it stands in the file of a qualification, from which it takes its language unless it names one. */
function copyOf(unit: Unit, language: string): Copy {
  const piece = asPiece(unit.origin.spec, "kind");
  const { kind: _kind, ...source } = unit.source as Unit["source"] & { readonly kind?: "unit" };
  if (source.language !== undefined || unit.language === language) return { piece, data: source };
  const lines = [...(piece?.lines ?? []), `language: ${unit.language}`];
  return { piece: piece === null ? null : { ...piece, lines }, data: { ...source, language: unit.language } };
}

function isCopied(copy: Copy | undefined): boolean {
  return copy !== undefined && copy.piece !== null && says(unitsKey([copy.piece]), "", { units: [copy.data] });
}

function refusal(place: Diagnostic["place"], message: string): Diagnostic {
  return { rule: "yaml-syntax", severity: "error", message, place, related: [] };
}
