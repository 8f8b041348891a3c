/** Values made from an object that never changes and from further things: made again where one of these is another. */
export class Kept<Key extends object, Value> {
  readonly #values = new WeakMap<Key, { readonly from: readonly unknown[]; readonly value: Value }>();

  get(key: Key, from: readonly unknown[], make: () => Value): Value {
    const known = this.#values.get(key);
    if (known?.from.length === from.length && known.from.every((one, at) => one === from[at])) return known.value;
    const value = make();
    this.#values.set(key, { from, value });
    return value;
  }
}
