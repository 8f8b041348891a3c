import { usageError } from "../cli/user-error.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { encodeLike } from "../files/encode-like.ts";
import { refuseReadOnly } from "../files/refuse-read-only.ts";
import type { FileToWrite } from "../files/write.ts";
import { applyEdits } from "../fixes/apply-edits.ts";
import type { GroupShape, QualificationShape } from "../schema/shapes.ts";
import { appendItems } from "../source/edits/append-items.ts";
import { parse } from "../source/parse.ts";
import { isSameData } from "../source/same-data.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code, joinWords } from "../text/words.ts";
import { qualificationFile } from "../workspace/find-qualification.ts";
import type { KnownFile } from "../workspace/inventory.ts";
import { readSpecification } from "../workspace/read-file.ts";

/** A qualification that a unit can be added to. */
export interface OpenQualification {
  readonly file: KnownFile;
  readonly spec: SpecFile;
  readonly groups: readonly GroupShape[];
}

/** @throws UserError where there is none of that id, or none that could be added to */
export async function openQualification(id: string, inventory: readonly KnownFile[]): Promise<OpenQualification> {
  const file = qualificationFile(id, inventory);
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
    `Unknown group ${code(id)} of ${code(file.printed)}; expected ${joinWords(
      groups.map((one) => code(one.id)),
      "or",
    )}`,
  );
}

/** The file of a qualification with one more unit in a group. @throws UserError where it is written in a way that only its author should touch */
export function withUnit({ file, spec, groups }: OpenQualification, group: GroupShape, unit: string): FileToWrite {
  refuseReadOnly(file.path, file.printed);
  const path = ["rulesOfCombination", "groups", groups.indexOf(group)];
  const edits = appendItems(spec, "units", [unit], [], path);
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
  const source = spec.data as QualificationShape;
  const groups = source.rulesOfCombination?.groups?.map((one) =>
    one === group ? { ...one, units: [...(one.units ?? []), unit] } : one,
  );
  return isSameData(made.data, { ...source, rulesOfCombination: { ...source.rulesOfCombination, groups } });
}
