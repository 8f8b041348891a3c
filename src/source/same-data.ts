/** Whether two values that were read from files say the same: the order of keys is layout, that of items is not. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSameData(value, right.get(key)))
  );
}
