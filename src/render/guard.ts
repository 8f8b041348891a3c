/**
 * The view, such that reading a field that it does not have throws. Handlebars' own strict mode lets a misspelt field
 * pass inside #if and #each, and the paper would lose a part in silence.
 */
export function guard<T>(value: T, path = "view"): T {
  if (Array.isArray(value)) return value.map((item, position) => guard(item, `${path}[${position}]`)) as T;
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get: (target, key) => {
      if (typeof key === "string" && !(key in target)) throw new Error(`Template: no field ${path}.${key}`);
      return guard(Reflect.get(target, key), `${path}.${String(key)}`);
    },
  });
}
