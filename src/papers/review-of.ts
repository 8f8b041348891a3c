import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Review } from "../documents/define-document.ts";
import type { Qualification } from "../model/types.ts";
import { withoutToday } from "../waivers/without-today.ts";
import type { Checked } from "../workspace/check.ts";

interface From {
  readonly cwd: string;
  /** The folder of the workspace, from which places are printed. */
  readonly root: string;
  /** The severities that the house has set. */
  readonly rules: Readonly<Record<string, string>>;
  readonly stoodBack: Review["stoodBack"];
  /** The folder that the paper goes into. */
  readonly folder: string;
}

/** What was found in a qualification and its units. */
export function reviewOf(qualification: Qualification, checked: Checked, from: From): Review {
  const files = new Set([qualification, ...qualification.units].map(({ origin }) => origin.spec.source));
  const { findings, waived } = withoutToday(checked);
  const isOurs = ({ place }: Diagnostic) => files.has(place.file);
  return {
    findings: findings.filter(isOurs),
    waived: waived.flatMap(({ finding, waiver: { reason, until } }) =>
      reason === null || until === null || !isOurs(finding) ? [] : [{ finding, reason, until }],
    ),
    stoodBack: from.stoodBack,
    isOff: (rule) => from.rules[rule] === "off",
    locate: (place) => locate(place, from),
  };
}

/** "units/asc01.yaml, line 12", and the way there from the paper; none to another drive. */
function locate({ file, start }: Place, { cwd, root, folder }: From) {
  const path = resolve(cwd, file.path);
  const { line } = file.positionAt(start);
  const way = relative(folder, path);
  const href = isAbsolute(way) ? null : `${way.split(sep).map(encodeURIComponent).join("/")}#L${line}`;
  return { text: `${relative(root, path).split(sep).join("/")}, line ${line}`, href };
}
