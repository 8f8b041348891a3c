import { isScalar, type Pair } from "yaml";

/** A key as data: what is written, so that `1.10` stays apart from `1.1`. */
export function keyText(pair: Pair): string {
  const { key } = pair;
  if (isScalar(key)) return key.source ?? String(key.value ?? "");
  return key === null || key === undefined ? "" : String(key);
}
