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
  const refuse = (place: Diagnostic["place"], message: string): Diagnostic => ({
    rule: "yaml-syntax",
    severity: "error",
    message,
    place,
    related: [],
  });
  const taken = takeItems(spec, "units");
  if ("place" in taken) return refuse(taken.place, taken.message);
  const copied = unitsElsewhere(qualification, corpus);
  const pieces: Piece[] = [...taken.pieces];
  const units: unknown[] = [...(qualification.source.units ?? [])];
  for (const unit of copied) {
    const piece = asPiece(unit.origin.spec, "kind");
    const { kind: _kind, ...source } = unit.source as Unit["source"] & { readonly kind?: "unit" };
    const language = unit.language === qualification.language ? null : unit.language;
    const isAdded = source.language === undefined && language !== null;
    const wanted = isAdded ? { ...source, language } : source;
    const whole = piece === null || !isAdded ? piece : { ...piece, lines: [...piece.lines, `language: ${language}`] };
    if (whole === null || !says(unitsKey([whole]), "", { units: [wanted] })) {
      const message = `Unexpected way of writing the unit ${code(unit.id)}, expected keys on lines of their own; write it so`;
      return refuse(unit.origin.spec.keyAt(["id"]), message);
    }
    pieces.push(whole);
    units.push(wanted);
  }
  const text =
    pieces.length === 0 ? taken.rest : ended(taken.rest) + withLineEndsOf(spec.source.text, unitsKey(pieces));
  const { units: _units, ...rest } = qualification.source;
  if (!says(text, spec.source.path, units.length === 0 ? rest : { ...rest, units })) {
    return refuse(
      spec.keyAt(["id"]),
      `Unexpected way of writing the file, expected keys on lines of their own; write it so`,
    );
  }
  return { text, copied };
}
