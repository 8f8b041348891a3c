/**
 * Numbers the nodes of one layer after another, in the order in which they are met. A node is a few whole numbers; where
 * they are small enough together, a list says which number a node has, elsewhere a table does that is looked up by a hash.
 */
export class NodeNumbers {
  readonly #words: number;
  readonly #isList: boolean;
  /** One more than the number of a node, counted over all layers: what is not above `#past` is left from a layer before. */
  #known: Int32Array;
  #past = 0;
  #nodes: Int32Array;
  #previous: Int32Array;
  count = 0;

  constructor(words: number, span: number) {
    this.#words = words;
    this.#isList = words === 1 && span <= longestList;
    this.#known = new Int32Array(this.#isList ? span : 1024);
    this.#nodes = new Int32Array(1024 * words);
    this.#previous = new Int32Array(1024 * words);
  }

  /** Begins the next layer. */
  begin(): void {
    this.#past += this.count;
    this.count = 0;
    [this.#nodes, this.#previous] = [this.#previous, this.#nodes];
  }

  /** The nodes of this layer, by number: good until the layer after the next begins. */
  taken(): Int32Array {
    return this.#nodes;
  }

  numberOf(node: Int32Array): number {
    const place = this.#isList ? (node[0] as number) : this.#find(node);
    const known = (this.#known[place] as number) - this.#past;
    if (known > 0) return known - 1;
    const number = this.count;
    if ((number + 1) * this.#words > this.#nodes.length) this.#nodes = grown(this.#nodes);
    this.#nodes.set(node, number * this.#words);
    this.count += 1;
    this.#known[place] = this.#past + this.count;
    if (!this.#isList && this.count * 2 > this.#known.length) this.#rehash();
    return number;
  }

  /** The place of a node in the table, or the free place where it belongs. */
  #find(node: Int32Array): number {
    const last = this.#known.length - 1;
    for (let place = hash(node, 0, this.#words) & last; ; place = (place + 1) & last) {
      const number = (this.#known[place] as number) - this.#past - 1;
      if (number < 0 || this.#isAt(number, node)) return place;
    }
  }

  #isAt(number: number, node: Int32Array): boolean {
    for (let word = 0; word < this.#words; word += 1) {
      if (this.#nodes[number * this.#words + word] !== node[word]) return false;
    }
    return true;
  }

  #rehash(): void {
    this.#known = new Int32Array(this.#known.length * 2);
    const last = this.#known.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let place = hash(this.#nodes, number * this.#words, this.#words) & last;
      while (this.#known[place] !== 0) place = (place + 1) & last;
      this.#known[place] = this.#past + number + 1;
    }
  }
}

/** A list of this length takes 16 MB at most; only the parts of it that are used are real. */
const longestList = 4_000_000;

function hash(nodes: Int32Array, from: number, words: number): number {
  let mixed = 0x9e3779b9;
  for (let word = 0; word < words; word += 1) {
    mixed = Math.imul(mixed ^ (nodes[from + word] as number), 0x85ebca6b);
    mixed ^= mixed >>> 15;
  }
  return Math.imul(mixed, 0xc2b2ae35) >>> 3;
}

function grown(list: Int32Array): Int32Array {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}
