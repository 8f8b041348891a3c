import MiniSearch, { type SearchResult } from "minisearch";
import {
  asTerm,
  type EntryKind,
  type EntryTexts,
  searchFields,
  storedFields,
} from "../../../../src/site/search/terms.ts";

/** An entry that was found. */
export interface Hit {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly facts: string;
  /** The number of the file with its outcomes and criteria; -1 where there is none. */
  readonly text: number;
  readonly score: number;
  /** The words of the site that answered to those typed. */
  readonly terms: readonly string[];
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Whether every word that was typed is in each of them. */
  readonly isOfAll: boolean;
}

/** What the scripts with the parts of the index call. */
interface Receiver {
  readonly parts: (count: number) => void;
  readonly index: (part: number, json: string) => void;
  readonly texts: (part: number, json: string) => void;
}

declare global {
  var qualspecSearch: Receiver | undefined;
}

const options = { fields: [...searchFields], storeFields: [...storedFields], processTerm: asTerm };
const ways = [
  { combineWith: "AND", isForgiving: false },
  { combineWith: "AND", isForgiving: true },
  { combineWith: "OR", isForgiving: true },
] as const;
const boost = { title: 6, aim: 2 };

/** What is searched, as far as it is there. */
export class Index {
  readonly #parts = new Map<number, MiniSearch>();
  readonly #texts = new Map<number, EntryTexts>();
  readonly #fetch: (name: string, onError: () => void) => void;
  readonly #asked = new Set<number>();
  #count = Number.POSITIVE_INFINITY;
  #change: () => void = () => undefined;
  isBroken = false;

  constructor(fetch: (name: string, onError: () => void) => void) {
    this.#fetch = fetch;
  }

  load(): void {
    globalThis.qualspecSearch = {
      parts: (count) => {
        this.#count = count;
        for (let part = 0; part < count; part += 1) this.#get(`index-${part}.js`);
        this.#change();
      },
      index: (part, json) => {
        this.#parts.set(part, MiniSearch.loadJSON(json, options));
        this.#change();
      },
      texts: (part, json) => {
        this.#texts.set(part, JSON.parse(json) as EntryTexts);
        this.#change();
      },
    };
    this.#get("parts.js");
  }

  /** Told whenever more is there. */
  onChange(change: () => void): void {
    this.#change = change;
  }

  get isComplete(): boolean {
    return this.#parts.size >= this.#count;
  }

  /** Entries with all the words, the best first; where there are none, those with words much like them, else with some. */
  find(typed: string): Found {
    const query = withoutBeginning(typed);
    for (const how of ways) {
      const hits = this.#ask(query, how);
      if (hits.length > 0) return { hits, isOfAll: how.combineWith === "AND" };
    }
    return { hits: [], isOfAll: true };
  }

  /** The outcomes and criteria of an entry; null until they are there: they are asked for then. */
  texts({ id, text }: Hit): EntryTexts[string] | null {
    if (text === -1) return [];
    const known = this.#texts.get(text);
    if (known !== undefined) return known[id] ?? [];
    if (!this.#asked.has(text)) {
      this.#asked.add(text);
      this.#get(`texts-${text}.js`);
    }
    return null;
  }

  #get(name: string): void {
    this.#fetch(name, () => {
      this.isBroken = true;
      this.#change();
    });
  }

  /** Only the last word may be unfinished; a slip is forgiven in long words. */
  #ask(query: string, { combineWith, isForgiving }: (typeof ways)[number]): readonly Hit[] {
    const hits = [...this.#parts.values()].flatMap((part) =>
      part.search(query, {
        boost,
        combineWith,
        prefix: (_, at, terms) => at === terms.length - 1,
        fuzzy: (term) => (isForgiving && term.length > 5 ? 1 : false),
        weights: { fuzzy: 0.3, prefix: 0.6 },
      }),
    );
    return hits.sort((a, b) => b.score - a.score || (String(a.id) < String(b.id) ? -1 : 1)).map(asHit);
  }
}

/** A single letter at the end of a query is a word that has hardly begun: half of all words may follow. */
function withoutBeginning(query: string): string {
  return query.replace(/(?<=\S)\s+\p{L}$/u, "");
}

/** Stored fields come back as they were given. */
function asHit(found: SearchResult): Hit {
  const { id, kind, name, facts, text } = found as unknown as Hit;
  return { id, kind, name, facts, text, score: found.score, terms: found.terms };
}
