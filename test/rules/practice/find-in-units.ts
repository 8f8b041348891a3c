import type { Diagnostic, Place } from "../../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../../src/diagnostics/source-file.ts";
import { buildUnit } from "../../../src/model/build-unit.ts";
import type { Corpus } from "../../../src/model/corpus.ts";
import type { Rule } from "../../../src/rules/define-rule.ts";
import { practiceRules } from "../../../src/rules/practice/index.ts";
import type { UnitShape, WorkspaceShape } from "../../../src/schema/shapes.ts";
import { parse } from "../../../src/source/parse.ts";

/** What the checks of the wording find in units: without files, so that hundreds of rows cost nothing. */
export function findInUnits(texts: readonly string[], config: WorkspaceShape = {}): readonly Diagnostic[] {
  const units = texts.map((text, at) => {
    const { spec, findings } = parse(new SourceFile(`${at}.yaml`, text));
    if (spec === null) throw new Error(`${findings[0]?.message}\n${text}`);
    return buildUnit(spec, [], spec.data as UnitShape, "en-GB");
  });
  const corpus: Corpus = {
    qualifications: [],
    units,
    frameworks: [],
    find: () => null,
    knownIds: [],
    misnamed: () => null,
    isWhole: true,
    config,
    workspaceSpec: null,
    register: null,
  };
  const found: Diagnostic[] = [];
  for (const rule of practiceRules) {
    const report = reportOf(rule, found);
    rule.corpus?.(corpus, report);
    for (const unit of units) rule.unit?.(unit, report, corpus);
  }
  return found;
}

function reportOf({ id, severity }: Rule, found: Diagnostic[]) {
  return (place: Place, message: string, related: Diagnostic["related"] = []) => {
    found.push({ rule: id, severity, message, place, related });
  };
}
