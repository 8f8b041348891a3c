import type { Qualification } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { eachText } from "../each-text.ts";
import data from "./data/regulation-claims.json" with { type: "json" };

const example = (notice: string, number: string) =>
  `kind: qualification\nid: q\ntitle: Q\nnumber: ${number}\nnotice: ${notice}\n`;

export const regulationClaimed = defineRule({
  id: "regulation-claimed",
  severity: "warning",
  summary: "A qualification without a qualification number does not say that it is regulated",
  why: "Learners and employers take it for something that it is not; and every paper says beside it that it is not regulated.",
  basis: "practice",
  source: "Practice",
  conditions: { ofqual: "Condition B5.1" },
  good: example("This qualification is regulated by Ofqual.", "610/0088/7"),
  bad: example("This qualification is «regulated by Ofqual».", "none"),
  qualification: (qualification, report) => {
    const { number = "none" } = qualification.source;
    if (number !== "none" || !/^en\b/iu.test(qualification.language)) return;
    for (const { text, path } of eachText(qualification.source, isOfOthers)) {
      const found = path[0] === "title" ? inTitle(qualification) : findClaim(text);
      if (found === null) continue;
      const message = `Unexpected ${code(found.words)} of a qualification without a number, expected no word that makes it look regulated; leave it out until the qualification has its number`;
      report(
        qualification.origin.spec.stretchAt([...qualification.origin.path, ...path], found.start, found.end),
        message,
      );
    }
  },
});

interface Found {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What speaks of other qualifications, of people or of units; and what house and regulator are called. */
const ofOthers = [
  "units",
  "waivers",
  "retired",
  "awardingOrganisation",
  "entry",
  "progressionFrom",
  "standards",
  "policies",
  "contact",
];

function isOfOthers(path: Path): boolean {
  return (path.length === 1 && ofOthers.includes(String(path[0]))) || path.join(".") === "assessment.people";
}

const { bodies, subjects, verbs } = data;
const adjectives = `(?:${data.adjectives.join("|")})`;
const byBodies = `(?:accredited|approved|recogni[sz]ed|regulated|registered) by ${bodies}`;
const nouns = "(?:qualification|award|certificate|diploma|course|programme)s?";
/** "This qualification is now regulated", "It is a nationally recognised qualification": what is said of others is true or not, and no claim. */
const ofItself = new RegExp(
  `(?:\\b${subjects} ${verbs}|(?<=^|[.!?]\\s)(?:it|this) is) (?:(?:an?|now|also|already|both|formally|listed|registered) )*(?<claim>${byBodies}|${adjectives}(?= ${nouns}\\b|[.,;:!?)]|$| (?:and|under) )|on the (?:Ofqual )?Register\\b)`,
  "giu",
);
const logo = /\b(?<claim>Ofqual(?:['’]s)? logo|logo of (?:Ofqual|the regulator))\b/giu;
const titled =
  /\b(?:Ofqual|Nationally Recogni[sz]ed|(?:Accredited|Regulated)(?= (?:Qualification|Award|Certificate|Diploma)\b|\)|$))/u;
const denied = new RegExp(data.denials, "iu");

/** The first claim of a text that nothing before it in its sentence takes back. */
function findClaim(text: string): Found | null {
  if (!/accredit|approv|recogni|regulat|regist|Ofqual/iu.test(text)) return null;
  for (const match of [...text.matchAll(ofItself), ...text.matchAll(logo)]) {
    const claim = match.groups?.["claim"] ?? "";
    const start = match.index + match[0].length - claim.length;
    const sentence =
      text
        .slice(0, start)
        .split(/[.!?;]\s/u)
        .at(-1) ?? "";
    if (!denied.test(sentence) && !denied.test(claim))
      return { words: claim.replace(/\s+/gu, " "), start, end: start + claim.length };
  }
  return null;
}

/** An organisation may have such a word in its name. */
function inTitle({ title, source }: Qualification): Found | null {
  const name = source.awardingOrganisation?.name ?? "";
  const own = name !== "" && title.startsWith(name) ? name.length : 0;
  const found = titled.exec(title.slice(own));
  if (found === null) return null;
  return { words: found[0], start: own + found.index, end: own + found.index + found[0].length };
}
