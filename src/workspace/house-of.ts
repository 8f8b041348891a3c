import { join, resolve } from "node:path";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { isSpecificationName } from "../files/find.ts";
import { disk, type FileView } from "../files/view.ts";
import type { House } from "../house/open-house.ts";
import type { CheckOptions } from "./check.ts";
import type { Workspace } from "./workspace.ts";

const plain: House = { brand: null, templates: null, findings: [] };

/** How a workspace wants its papers. What reads that is loaded only where it wants anything. */
export async function houseOf(
  { root, config, spec }: Workspace,
  cwd: string,
  { changes, view = changes?.view ?? disk }: Pick<CheckOptions, "changes"> & { readonly view?: FileView } = {},
): Promise<House> {
  const { house, rules = {} } = config;
  if (house?.brand === undefined || spec === null) return plain;
  const { openHouse } = await import("../house/open-house.ts");
  const read = await openHouse({ root, house, spec }, cwd, view);
  // Of files other than YAML nobody knows whether they have changed.
  const isAsked = ({ place: { file } }: Diagnostic) =>
    changes?.paths.has(resolve(cwd, file.path)) !== false || !isSpecificationName(file.path);
  return { ...read, findings: read.findings.filter(isAsked).flatMap((one) => asSet(one, rules[one.rule])) };
}

/** The folder that says how papers look; null where the house has none. */
export function brandFolderOf({ root, config: { house } }: Workspace): string | null {
  return house?.brand === undefined ? null : resolve(root, house.brand);
}

/** The file in it. */
export function brandFileOf(workspace: Workspace): string | null {
  const folder = brandFolderOf(workspace);
  return folder === null ? null : join(folder, "brand.yaml");
}

/** How strict the house is with itself. What papers cannot be made with stays an error. */
function asSet(finding: Diagnostic, setting: string | undefined): readonly Diagnostic[] {
  if (setting === undefined || !isTaste(finding)) return [finding];
  return setting === "off" ? [] : [{ ...finding, severity: setting as Severity }];
}

function isTaste({ rule }: Diagnostic): boolean {
  return rule === "brand-contrast" || rule === "logo-for-word";
}
