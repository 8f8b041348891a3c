import type { Corpus } from "../model/corpus.ts";
import type { Specification } from "../model/types.ts";
import { type Answer, type AskRule, askRule } from "./ask-rule.ts";
import type { Rule } from "./define-rule.ts";

/**
 * The answers of rules from one check to the next. A rule sees a specification, which never changes, and what it looks at
 * in the corpus: where that is still the same, the rule would say the same again. A class because answers are kept.
 */
export class KeptAnswers {
  readonly #kept = new WeakMap<Specification, Map<Rule, Kept>>();

  readonly ask: AskRule = (rule, about, corpus) => {
    if (about === null || rule[about.type] === undefined) return askRule(rule, about, corpus);
    const ofOne = this.#kept.get(about) ?? new Map<Rule, Kept>();
    this.#kept.set(about, ofOne);
    const known = ofOne.get(rule);
    if (known?.looks.every((isSame) => isSame(corpus))) return known.answers;
    const looks: Look[] = [];
    const answers = askRule(rule, about, noting(corpus, looks));
    ofOne.set(rule, { answers, looks });
    return answers;
  };
}

interface Kept {
  readonly answers: readonly Answer[];
  readonly looks: readonly Look[];
}

/** Whether somebody who looks there again would see the same. */
type Look = (now: Corpus) => boolean;

/** The corpus, such that everything that is looked at is written down. */
function noting(corpus: Corpus, looks: Look[]): Corpus {
  const note = <Key extends keyof Corpus>(key: Key): Corpus[Key] => {
    const seen = corpus[key];
    looks.push((now) => isSame(now[key], seen));
    return seen;
  };
  const asking =
    <Key extends "find" | "misnamed">(key: Key) =>
    (id: string): ReturnType<Corpus[Key]> => {
      const ask = (now: Corpus) => now[key](id) as ReturnType<Corpus[Key]>;
      const seen = ask(corpus);
      looks.push((now) => ask(now) === seen);
      return seen;
    };
  return {
    get qualifications() {
      return note("qualifications");
    },
    get units() {
      return note("units");
    },
    get frameworks() {
      return note("frameworks");
    },
    get knownIds() {
      return note("knownIds");
    },
    get isWhole() {
      return note("isWhole");
    },
    get config() {
      return note("config");
    },
    get workspaceSpec() {
      return note("workspaceSpec");
    },
    get register() {
      return note("register");
    },
    find: asking("find"),
    misnamed: asking("misnamed"),
  };
}

/** Lists are made anew for each check; what stands in them is not. */
function isSame(now: unknown, before: unknown): boolean {
  if (!Array.isArray(now) || !Array.isArray(before)) return now === before;
  return now.length === before.length && now.every((one, at) => one === before[at]);
}
