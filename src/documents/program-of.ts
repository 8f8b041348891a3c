import { structureOf } from "../model/route-structure.ts";
import type { Program, ProgramId } from "../page/page.ts";
import { phrasesUnder, type Words } from "../words/words.ts";
import { combinationRules } from "./combination.ts";
import type { Subject } from "./define-document.ts";

/** What a paper's program needs to know beside what is on the page. */
export function programOf(id: ProgramId, { qualification, isPart }: Subject, words: Words): Program {
  const phrases = phrasesUnder("program.", words);
  // A part, or a specification with units that nobody has written yet, makes up no whole.
  if (id !== "checklist" || qualification?.isComplete !== true || isPart) {
    return { id, phrases, structure: null, rules: [] };
  }
  return { id, phrases, structure: structureOf(qualification), rules: combinationRules(qualification, words) };
}
