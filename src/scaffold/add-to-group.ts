import { usageError } from "../cli/user-error.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { encodeLike } from "../files/encode-like.ts";
import { refuseReadOnly } from "../files/refuse-read-only.ts";
import type { FileToWrite } from "../files/write.ts";
import { applyEdits } from "../fixes/apply-edits.ts";
import type { GroupShape, QualificationShape } from "../schema/shapes.ts";
import { appendWord } from "../source/edits/append-word.ts";
import { parse } from "../source/parse.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import type { KnownFile } from "../workspace/inventory.ts";
import { idWritten, readSpecification } from "../workspace/read-file.ts";

/** A qualification that a unit can be added to. */
export interface OpenQualification {
  readonly file: KnownFile;
  readonly spec: SpecFile;
  readonly groups: readonly GroupShape[];
}

/** The ids of the qualifications of a workspace, as their files write them. */
export function qualificationIds(inventory: readonly KnownFile[]): readonly string[] {
  return inventory.flatMap(({ kind, text }) => (kind === "qualification" ? (idWritten(text) ?? []) : []));
}

/** @throws UserError where there is none of that id, or none that could be added to */
export async function openQualification(id: string, inventory: readonly KnownFile[]): Promise<OpenQualification> {
  const file = inventory.find(
    ({ kind, text }) => kind === "qualification" && idWritten(text)?.toLowerCase() === id.toLowerCase(),
  );
  if (file === undefined) {
    const ids = qualificationIds(inventory);
    const meant = suggest(id, ids);
    const how = meant === null ? `expected ${listed(ids)}` : `did you mean ${code(meant)}?`;
    throw usageError(`Unknown qualification ${code(id)}; ${how}`);
  }
  const { sound } = await readSpecification(file.path, file.printed, file.bytes, true);
  const printed = code(file.printed);
  if (sound === null)
    throw usageError(
      `Nothing can be added to ${printed} as it is; mend first what ${code("qualspec check")} finds in it`,
    );
  const { rulesOfCombination } = sound.spec.data as QualificationShape;
  const groups = rulesOfCombination?.groups ?? [];
  if (groups.length > 0) return { file, spec: sound.spec, groups };
  throw usageError(
    `No group of units in ${printed}; add ${code("rulesOfCombination")} with one, such as ${code("groups: [{ id: M, require: all, units: [] }]")}`,
  );
}

/** @throws UserError where there is none of that id */
export function groupNamed(id: string, { groups, file }: OpenQualification): GroupShape {
  const group = groups.find((one) => one.id === id) ?? groups.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (group !== undefined) return group;
  throw usageError(
    `Unknown group ${code(id)} of ${code(file.printed)}; expected ${listed(groups.map((one) => one.id))}`,
  );
}

/** The file of a qualification with one more unit in a group. @throws UserError where it is written in a way that only its author should touch */
export function withUnit({ file, spec, groups }: OpenQualification, group: GroupShape, unit: string): FileToWrite {
  refuseReadOnly(file.path, file.printed);
  const path = ["rulesOfCombination", "groups", groups.indexOf(group), "units"];
  const edits = appendWord(spec, path, unit, ["require", "title", "id"]);
  const text = edits === null ? null : applyEdits(spec.source.text, edits).text;
  if (text !== null && isWanted(text, spec, group, unit)) {
    return { path: file.path, printed: file.printed, bytes: encodeLike(file.bytes, text) };
  }
  throw usageError(
    `The group ${code(group.id)} of ${code(file.printed)} is written in a rare way; write the unit without ${code("--in")}, and add ${code(unit)} to the group by hand`,
  );
}

/** Whether the text says what it said, and the unit. */
function isWanted(text: string, spec: SpecFile, group: GroupShape, unit: string): boolean {
  const made = parse(new SourceFile(spec.source.path, text)).spec;
  if (made === null) return false;
  const { rulesOfCombination: rules, ...rest } = spec.data as QualificationShape;
  const { rulesOfCombination: now, ...restNow } = made.data as QualificationShape;
  const groups = rules?.groups?.map((one) => (one === group ? { ...one, units: [...(one.units ?? []), unit] } : one));
  return sameWithoutOrder([rest, { ...rules, groups }]) === sameWithoutOrder([restNow, now]);
}

/** A key that is new stands where there was room for it. */
function sameWithoutOrder(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? "one that is in this workspace, which has none" : joinWords(ids.map(code), "or");
}
