import type { ShapeError } from "./kinds.ts";

/** Keywords by which a branch of a union says that it is not meant. */
const refusals = new Set(["type", "enum", "const"]);
/** Keywords that only repeat what another error says. */
const wrappers = new Set(["anyOf", "propertyNames"]);

/**
 * One error for one defect. ajv reports every branch of a union that failed: where the value answers to a branch in its
 * type, only that branch counts; where it answers to none, one error stands for all of them, with the keyword `anyOf`.
 */
export function reduceErrors(errors: readonly ShapeError[]): readonly ShapeError[] {
  const unions = errors.filter((error) => error.keyword === "anyOf");
  let kept = [...errors];
  for (const union of unions) {
    const isMeant = kept.some((error) => isInside(error, union) && !isRefusal(error, union));
    kept = kept.filter((error) => !isRefusal(error, union) && !(isMeant && error === union));
  }
  const unmet = new Set(kept.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath));
  return kept
    .filter((error) => error.keyword === "anyOf" || !wrappers.has(error.keyword))
    .filter((error) => !isEcho(error, kept, unmet));
}

function isInside(error: ShapeError, union: ShapeError): boolean {
  if (wrappers.has(error.keyword) && error.instancePath === union.instancePath) return false;
  return error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`);
}

function isRefusal(error: ShapeError, union: ShapeError): boolean {
  return error.instancePath === union.instancePath && refusals.has(error.keyword);
}

/** An empty text breaks its length and its pattern, a number among words its type and its list: one is enough. */
function isEcho(error: ShapeError, kept: readonly ShapeError[], unmet: ReadonlySet<string>): boolean {
  if (error.keyword !== "anyOf" && unmet.has(error.instancePath) && refusals.has(error.keyword)) return true;
  const same = kept.filter((one) => one.instancePath === error.instancePath && one.propertyName === error.propertyName);
  const has = (...keywords: readonly string[]) => same.some(({ keyword }) => keywords.includes(keyword));
  if (error.keyword === "enum" || error.keyword === "const") return has("type");
  return error.keyword === "pattern" && has("maxLength", "minLength");
}
