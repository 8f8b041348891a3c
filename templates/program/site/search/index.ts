import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { type EntryKind, type EntryTexts, indexOptions } from "../../../../src/site/search/terms.ts";
import { type NumberAsked, nearest, numberIn } from "./numbers.ts";
import { queryFor, type Way } from "./query.ts";

/** An entry that was found. */
export interface Hit {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly facts: string;
  /** The number of the file with its outcomes and criteria; -1 where there is none. */
  readonly text: number;
  /** Those of its outcomes and criteria, each between spaces. */
  readonly numbers: string;
  readonly score: number;
  /** The words of the site that answered to those typed. */
  readonly terms: readonly string[];
  /** The number that was asked for, where it is one of its outcomes or criteria. */
  readonly number: string | null;
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

const inFull: Way = { combineWith: "AND", isForgiving: false };
const likeIt: Way = { combineWith: "AND", isForgiving: true };
const ways = [inFull, likeIt, { combineWith: "OR", isForgiving: true }] as const;

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
        this.#parts.set(part, MiniSearch.loadJSON(json, indexOptions));
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
    const asked = numberIn(typed);
    const numbered = asked === null ? null : this.#findNumber(asked);
    for (const how of ways) {
      const hits = this.#ask(queryFor(typed, how));
      if (numbered !== null && (how.combineWith === "OR" || numbered.isOfAll))
        return { hits: once([...numbered.hits, ...hits]), isOfAll: numbered.isOfAll };
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

  /** Units with that number, first those that have the words beside it too; null where there are none. */
  #findNumber({ number, others }: NumberAsked): Found | null {
    const withNumber = (query: Query) =>
      this.#ask(query, ({ numbers }) => nearest(String(numbers), number) > 0)
        .map((hit) => ({ ...hit, number }))
        .sort((a, b) => nearest(b.numbers, number) - nearest(a.numbers, number));
    if (others !== "") {
      for (const how of [inFull, likeIt]) {
        const hits = withNumber(queryFor(others, how));
        if (hits.length > 0) return { hits, isOfAll: true };
      }
    }
    const hits = withNumber(MiniSearch.wildcard);
    if (hits.length === 0) return null;
    // Whoever names a unit, and a number that it does not have, is shown the unit first.
    const named = others === "" ? [] : this.#ask({ queries: [queryFor(others, inFull)], fields: ["title"] });
    return { hits: once([...named, ...hits]), isOfAll: others === "" };
  }

  #ask(query: Query, filter: (found: SearchResult) => boolean = () => true): readonly Hit[] {
    const hits = [...this.#parts.values()].flatMap((part) => part.search(query, { filter }));
    return hits.sort((a, b) => b.score - a.score || (String(a.id) < String(b.id) ? -1 : 1)).map(asHit);
  }
}

/** Each entry where it comes first. */
function once(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ kind, id }) => seen.size < seen.add(`${kind} ${id}`).size);
}

/** Stored fields come back as they were given. */
function asHit(found: SearchResult): Hit {
  const { id, kind, name, facts, text, numbers } = found as unknown as Hit;
  return { id, kind, name, facts, text, numbers, score: found.score, terms: found.terms, number: null };
}
