import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";

const example = (iqa: string) =>
  `kind: qualification\nid: q\ntitle: Q\nassessment:\n  people: { assessor: Holds an assessor qualification., internalQualityAssurer: ${iqa}, countersigning: none }\n`;

export const ownWorkVerified = defineRule({
  id: "own-work-verified",
  severity: "warning",
  summary: "Nobody quality assures or countersigns decisions of their own",
  why: "A second look by the same eyes finds nothing; and results on which only one person looked may have to be given anew.",
  basis: "practice",
  checks: ["S039"],
  source: "Practice",
  serves: { ofqual: "Conditions C2.3(f) and H1.1" },
  good: example("Never quality assures their own decisions."),
  bad: example("'The assessor «may quality assure their own decisions».'"),
  qualification: (qualification, report) => {
    if (!/^en\b/iu.test(qualification.language)) return;
    const { people = {} } = qualification.source.assessment ?? {};
    for (const [key, text] of Object.entries(people)) {
      const found = findPermission(text);
      if (found === null) continue;
      const { origin } = qualification;
      const path = [...origin.path, "assessment", "people", key];
      const message = `Unexpected ${excerpt(found[0])}, expected somebody else to look at what was decided; say that nobody does this with decisions of their own, here under ${code(key)}`;
      report(origin.spec.stretchAt(path, found.index, found.index + found[0].length), message);
    }
  },
});

const looks =
  "(?:verif(?:y|ies)|(?:internally )?(?:quality[- ])?assures?|samples?|moderates?|countersigns?|(?:second[- ])?marks?|standardises?)";
const own =
  "(?:(?:their|his|her|his or her) own|own) (?:assessment )?(?:assessments?|decisions?|judgements?|marking|work)|(?:decisions?|assessments?|judgements?) (?:that )?they (?:have )?(?:made|carried out)";
const patterns = [
  new RegExp(
    `\\b(?:may |can |is allowed to |are allowed to |also )*${looks} (?:(?!learner|candidate|student)[\\w'’]+ ){0,4}?(?:${own})`,
    "iu",
  ),
  /\bthe same person (?:may|can) (?:both )?(?:assess|decide|make)\w* (?:[\w'’-]+ ){0,4}?and (?:then )?(?:also )?(?:verify|quality[- ]assure|sample|moderate|countersign)/iu,
];
/** A sentence that forbids, or that makes an exception, is understood by people only. */
const forbids =
  /\b(?:not|no|never|nobody|none|nor|neither|cannot|without|unless|except|other than|rather than|instead|somebody else|someone else|another|independent(?:ly)?|prevents?|avoids?|prohibit\w*|forbid\w*)\b|n['’]t\b/iu;

/** The first words of a text that let somebody look at what that same person decided. */
function findPermission(text: string): RegExpExecArray | null {
  for (const { 0: sentence, index } of text.matchAll(/[^.;!?]+/gu)) {
    if (forbids.test(sentence)) continue;
    for (const pattern of patterns) {
      const found = pattern.exec(sentence);
      if (found !== null) return Object.assign(found, { index: index + found.index });
    }
  }
  return null;
}
