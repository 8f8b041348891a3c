import { structureOf } from "../model/route-structure.ts";
import type { Program, ProgramId } from "../page/page.ts";
import { hasWord, phrasesUnder, type Words } from "../words/words.ts";
import { combinationRules } from "./combination.ts";
import type { Subject } from "./define-document.ts";

/** What a paper's program needs to know beside what is on the page. */
export function programOf(id: ProgramId, document: string, subject: Subject, words: Words): Program {
  const { qualification, isPart } = subject;
  const phrases = phrasesFor(document, words);
  // A part, or a specification with units that nobody has written yet, makes up no whole.
  if (id === "workbook" || qualification?.isComplete !== true || isPart) {
    return { id, phrases, structure: null, rules: [] };
  }
  // Only the checklist says which rule is in the way.
  const rules = id === "checklist" ? combinationRules(qualification, words) : [];
  return { id, phrases, structure: structureOf(qualification), rules };
}

const known = new WeakMap<Words, Map<string, Program["phrases"]>>();

/** The same for every paper of a kind. */
function phrasesFor(document: string, words: Words): Program["phrases"] {
  const ofWords = known.get(words) ?? new Map<string, Program["phrases"]>();
  const phrases = ofWords.get(document) ?? choosePhrases(document, words);
  known.set(words, ofWords.set(document, phrases));
  return phrases;
}

/** Those of all programs, and those of this paper: a learner's file does not speak of what assessors do. */
function choosePhrases(document: string, words: Words): Program["phrases"] {
  const isOfAnother = (key: string) => {
    const [paper = ""] = key.split(".");
    return paper !== document && hasWord(`document.${paper}`);
  };
  return Object.fromEntries(Object.entries(phrasesUnder("program.", words)).filter(([key]) => !isOfAnother(key)));
}
