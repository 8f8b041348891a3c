/** What a document counts and lists while its body is written: ids, links out of it, places in it, numbered lists. */
export class Ledger {
  readonly #links = new Map<string, string>();
  readonly #lists: ListStart[] = [];
  readonly #places: ReadonlyMap<string, Place>;
  readonly #tags = new Set<string>();
  #lastControl = 0;

  constructor(ids: Iterable<string>) {
    const places = [...new Set(ids)].map((id, index) => [id, { id: index + 1, name: `_place${index + 1}` }] as const);
    this.#places = new Map(places);
  }

  /** The id of the relationship to an address; the same address has one. */
  linkTo(address: string): string {
    const known = this.#links.get(address) ?? `rId${firstLink + this.#links.size}`;
    this.#links.set(address, known);
    return known;
  }

  /** The bookmark for an element with this id; undefined where the page has none. */
  placeOf(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** The number of a list that begins to count by itself. */
  startList(level: number, start: number): number {
    this.#lists.push({ level, start });
    return firstList + this.#lists.length - 1;
  }

  /** The numbers of a content control and of the bookmark around it. @throws Error where its tag is another's: a fault of ours. */
  enter(tag: string): { readonly control: number; readonly bookmark: number } {
    if (this.#tags.has(tag)) throw new Error(`Two fields would have the tag ${tag}`);
    this.#tags.add(tag);
    this.#lastControl += 1;
    return { control: this.#lastControl, bookmark: this.#places.size + this.#lastControl };
  }

  get links(): ReadonlyMap<string, string> {
    return this.#links;
  }

  get lists(): readonly ListStart[] {
    return this.#lists;
  }
}

export interface ListStart {
  readonly level: number;
  readonly start: number;
}

/** A bookmark. Word hides those that begin with an underscore. */
export interface Place {
  readonly id: number;
  readonly name: string;
}

/** The relationships to the parts of the package come first. */
const firstLink = 10;

/** All lists with bullets are the first. */
export const bulletList = 1;
export const firstList = 2;
