import { rewriteValue } from "../../source/edits/rewrite.ts";
import { fromPointer } from "../../source/spec-file.ts";
import { contentOf } from "../../waivers/content-of.ts";
import { locator } from "../../waivers/locate.ts";
import type { Checked } from "../../workspace/check.ts";
import type { Renamed } from "./rename-edits.ts";
import { sameFinding } from "./same-finding.ts";
import type { FileEdit } from "./write-name.ts";

/**
 * The edits that keep waivers upon what they were written for: a mark in `content` is made of the id of a specification,
 * among other things, and has to be made anew with it.
 *
 * @param after how things stand when only names were changed
 */
export function followMarks(before: Checked, after: Checked, rename: Renamed): readonly FileEdit[] {
  const keyOf = sameFinding(rename);
  const marks = new Map<string, string>();
  for (const { corpus } of after.workspaces) {
    const locate = locator(corpus);
    for (const finding of after.findings) {
      const located = locate(finding.place);
      if (located.owner !== null) marks.set(keyOf(finding), contentOf(finding, located));
    }
  }
  const edits = new Map<string, FileEdit>();
  for (const { finding, waiver } of before.waived) {
    const mark = marks.get(keyOf(finding));
    if (waiver.content === null || mark === undefined || mark === waiver.content) continue;
    const { spec } = waiver.holder.origin;
    const path = [...fromPointer(waiver.place.pointer).slice(0, -1), "content"];
    for (const edit of rewriteValue(spec, path, `"${mark}"`) ?? []) {
      edits.set(`${spec.source.path} ${edit.start}`, { ...edit, file: spec.source });
    }
  }
  return [...edits.values()];
}
