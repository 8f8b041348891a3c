/**
 * The view, such that reading a field that it does not have throws. Handlebars' own strict mode lets a misspelt field
 * pass inside #if and #each, and the paper would lose a part in silence.
 */
export function guard<T>(value: T, name = "view"): T {
  return guarded(value, null, name) as T;
}

function guarded(value: unknown, above: Guard | null, key: string): unknown {
  // A partial is given what is guarded already, and partials in it again.
  if (typeof value !== "object" || value === null || proxies.has(value)) return value;
  if (!Array.isArray(value)) {
    const proxy = new Proxy(value, new Guard(above, key));
    proxies.add(proxy);
    return proxy;
  }
  const list = new Guard(above, key);
  return value.map((item, position) => guarded(item, list, `[${position}]`));
}

const proxies = new WeakSet<object>();

/** Knows where a thing stands in the view; how that is written matters only where a field is missing. */
class Guard implements ProxyHandler<object> {
  readonly #above: Guard | null;
  readonly #key: string;

  constructor(above: Guard | null, key: string) {
    this.#above = above;
    this.#key = key;
  }

  get(target: object, key: string | symbol): unknown {
    if (typeof key === "string" && !(key in target)) throw new Error(`Template: no field ${this.#path()}.${key}`);
    return guarded(Reflect.get(target, key), this, String(key));
  }

  #path(): string {
    if (this.#above === null) return this.#key;
    return `${this.#above.#path()}${this.#key.startsWith("[") ? "" : "."}${this.#key}`;
  }
}
