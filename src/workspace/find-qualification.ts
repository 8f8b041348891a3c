import { usageError } from "../cli/user-error.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import type { KnownFile } from "./inventory.ts";

/** As many as a message can carry. */
const mostNamed = 12;

/** The ids of the qualifications of a workspace, as their files write them. */
export function qualificationIds(inventory: readonly KnownFile[]): readonly string[] {
  return inventory.flatMap(({ kind, id }) => (kind === "qualification" ? (id ?? []) : []));
}

/** The file of the qualification that has an id. @throws UserError where there is none */
export function qualificationFile(id: string, inventory: readonly KnownFile[]): KnownFile {
  const wanted = id.toLowerCase();
  const file = inventory.find((one) => one.kind === "qualification" && one.id?.toLowerCase() === wanted);
  if (file !== undefined) return file;
  const ids = qualificationIds(inventory);
  const meant = suggest(id, ids);
  throw usageError(
    `Unknown qualification ${code(id)}; ${meant === null ? expected(ids) : `did you mean ${code(meant)}?`}`,
  );
}

function expected(ids: readonly string[]): string {
  if (ids.length === 0) return "there is none here; check that you are in the right folder";
  return `expected ${ids.length > mostNamed ? `one that ${code("qualspec list")} shows` : joinWords(ids.map(code), "or")}`;
}
