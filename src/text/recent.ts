/**
 * What was made of the things that were asked for last, of so many at least and of twice as many at most: what belongs to
 * others is made again. A class because it remembers.
 */
export class Recent<Key extends object, Value extends object> {
  readonly #fewest: number;
  #newer = new WeakMap<Key, Value>();
  #older = new WeakMap<Key, Value>();
  #count = 0;

  constructor(fewest: number) {
    this.#fewest = fewest;
  }

  get(key: Key, make: (key: Key) => Value): Value {
    return this.#newer.get(key) ?? this.keep(key, this.#older.get(key) ?? make(key));
  }

  keep(key: Key, value: Value): Value {
    if (this.#count === this.#fewest) {
      this.#older = this.#newer;
      this.#newer = new WeakMap();
      this.#count = 0;
    }
    this.#newer.set(key, value);
    this.#count += 1;
    return value;
  }
}
