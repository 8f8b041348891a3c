import type { Unit } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { isEnglish, learnerTexts } from "./learner-texts.ts";

const unit = (content: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know about bread\n    assessmentCriteria:\n      - { criterion: Name the parts of an oven, content: ${content} }\n`;

export const textStandsAlone = defineRule({
  id: "text-stands-alone",
  severity: "advice",
  summary: "A text does not point at a page, picture, table or appendix that papers do not have",
  why: "Texts that come from another document keep pointing at places in it; whoever reads them on a paper looks for these in vain.",
  basis: "practice",
  checks: ["S040"],
  source: "Practice: what editors search for in texts that come from another document",
  serves: { ofqual: "Condition E3.3 (clear to a reasonable, informed person)" },
  good: unit("Learners find the parts of an oven on page 12 of its manual."),
  bad: unit("The parts of an oven are named in the «picture opposite»."),
  unit: (one, report) => {
    if (!isEnglish(one)) return;
    for (const { text, path } of textsOf(one)) {
      const found = findPointer(text);
      if (found === null) continue;
      const message = `Unexpected ${code(found.words.replace(/\s+/gu, " "))}, which points at a place that papers do not have, expected a text that stands alone; say here what stands there, or name the document`;
      report(one.origin.spec.stretchAt(path, found.start, found.start + found.words.length), message);
    }
  },
});

/** What papers print of a unit, for learners or for assessors. */
function textsOf(unit: Unit): readonly { readonly text: string; readonly path: Path }[] {
  const guidance = unit.outcomes.flatMap(({ criteria }) =>
    criteria.flatMap(({ guidance: text, origin }) =>
      text === null ? [] : [{ text, path: [...origin.path, "guidance"] }],
    ),
  );
  const requirements = unit.source.assessment?.requirements;
  const ofUnit =
    requirements === undefined
      ? []
      : [{ text: requirements, path: [...unit.origin.path, "assessment", "requirements"] }];
  return [...learnerTexts(unit), ...guidance, ...ofUnit];
}

interface Found {
  readonly words: string;
  readonly start: number;
}

/** Spares nearly all texts the search by patterns; without the flag u, which makes each of them larger. */
const suspect =
  /\b(?:above|below|overleaf|opposite|append\w+|annexe?|see|attached|pages?|pp?\.)(?!\w)|\b(?:figure|fig\.?|table|diagram|chart) \d/i;
const pictures = "(?:picture|image|photo|photograph|diagram|figure|chart|graph|drawing|illustration|table)s?";
const said =
  "(?:shown|listed|described|given|set out|detailed|outlined|illustrated|stated|mentioned|defined|explained)";
/** A page, table or appendix of something that is named is no slip. */
const notOfAnother = "(?!\\s*(?:of|in|to|from)\\b)(?!\\w)";
const end = "(?=\\s*(?:[.,;:)\\]!?]|$|\\n)|\\s+(?:is|are|shows?|lists?|gives?)\\b)";

const aside = "(?<=^|[(.;,:–-]\\s?)";
const pages = "(?:pages? (?:\\d+|[ivx]+\\b)|pp?\\. ?\\d+)(?: ?[-–] ?\\d+)?";
const labelled = new RegExp(
  `\\b(?:[Aa]ppendix|APPENDIX|[Aa]nnexe?|ANNEXE?) (?:[A-H]|\\d{1,2}|[IVX]+)${notOfAnother}`,
  "g",
);
const elsewhere = [
  /\boverleaf\b/,
  new RegExp(`\\b${pictures} (?:opposite|on the (?:opposite|next|previous|following) page)${end}`, "i"),
  new RegExp(`\\b(?:see|refer to|in|as in|from) (?:figure|fig\\.?|table|diagram|chart) \\d+[a-z]?${notOfAnother}`, "i"),
  new RegExp(`\\b(?:see|refer to) (?:the )?(?:following pages?|next page|previous page)${end}`, "i"),
  new RegExp(`${aside}see (?:the )?(?:attached|${pictures})${end}`, "i"),
  new RegExp(`\\b(?:see|refer to|turn to|(?:${said}|found|printed|is|are) on) ${pages}${notOfAnother}`, "i"),
  new RegExp(`\\b(?:see|refer to|in) (?:the )?(?:appendix|appendices|annexe?)${end}`, "i"),
];
const above = new RegExp(
  `\\b(?:(?:as|see|are|is) (?:${said} )?above|${said} above|the ${pictures} above|the above (?:${pictures}|list))${end}`,
  "i",
);
const below = new RegExp(
  `\\b(?:(?:as|see|are|is) (?:${said} )?below|${said} below|the ${pictures} below|the (?:below|following) ${pictures})${end}`,
  "i",
);

/** The first words of a text that point out of it. */
function findPointer(text: string): Found | null {
  if (!suspect.test(text)) return null;
  const found = [
    ...elsewhere.map((pattern) => pattern.exec(text)),
    ...[...text.matchAll(labelled)].filter(({ index }) => !isOfNamed(text.slice(0, index))),
    pointsBack(text, above.exec(text)),
    pointsOn(text, below.exec(text)),
  ].filter((one) => one !== null);
  const [first] = found.sort((a, b) => a.index - b.index);
  return first === undefined ? null : { words: first[0], start: first.index };
}

/** "MARPOL Annex VI", "of BS 7671, Appendix 4": a document is named before it. */
function isOfNamed(before: string): boolean {
  return /(?:\p{Lu}{2}|[^.!?\s]\s+(?:\p{Lu}|\d))[\p{L}\d.-]*,?\s$/u.test(before);
}

/** "As described above" may speak of what the same text says before. */
function pointsBack(text: string, found: RegExpExecArray | null): RegExpExecArray | null {
  return found === null || /[.:;!?]\s|\n/u.test(text.slice(0, found.index)) ? null : found;
}

/** "As listed below" may speak of what the same text says after. */
function pointsOn(text: string, found: RegExpExecArray | null): RegExpExecArray | null {
  if (found === null) return null;
  const rest = text.slice(found.index + found[0].length);
  return /[.:;!?]\s*\S|\n\s*\S/u.test(rest) ? null : found;
}
