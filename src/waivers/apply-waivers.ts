import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import { waivableRules } from "../rules/index.ts";
import { judge } from "./judge.ts";
import { type LocatedFinding, locator, specificationsOf } from "./locate.ts";
import { readComments } from "./read-comments.ts";
import { readList } from "./read-list.ts";
import { covers, scopeOf } from "./scope.ts";
import type { JudgedWaiver, Waived, Waiver, WaiverState } from "./waiver.ts";

export interface Applied {
  /** What is left, and what is wrong with the waivers themselves. */
  readonly findings: readonly Diagnostic[];
  readonly waived: readonly Waived[];
  readonly waivers: readonly JudgedWaiver[];
}

/** Takes out the findings that the specifications' waivers cover on the day `today`, and looks at the waivers. */
export function applyWaivers(corpus: Corpus, findings: readonly Diagnostic[], today: string): Applied {
  const holders = specificationsOf(corpus);
  const comments = holders.filter(({ origin }) => origin.path.length === 0).map(readComments);
  const waivers = [...holders.flatMap(readList), ...comments.flatMap((one) => one.waivers)];
  const locate = locator(corpus);
  const located = findings
    .filter(({ rule }) => waivableRules.includes(rule))
    .map((finding) => ({ finding, located: locate(finding.place) }));
  const matched = waivers.map((waiver) => match(waiver, corpus, located, today));
  const waived = new Map<Diagnostic, Waiver>();
  const ended = new Map<Diagnostic, Waiver>();
  for (const { waiver, state, findings: covered } of matched) {
    const into = state === "expired" ? ended : waived;
    for (const finding of covered) if (!into.has(finding)) into.set(finding, waiver);
  }
  const own = matched.flatMap((one) => judge(one, corpus, located));
  return {
    findings: [
      ...findings.filter((one) => !waived.has(one)).map((one) => withEnded(one, ended.get(one))),
      ...[...own, ...comments.flatMap((one) => one.findings)].flatMap((one) => asTheHouseSets(one, corpus)),
    ],
    waived: [...waived].map(([finding, waiver]) => ({ finding, waiver })),
    waivers: matched,
  };
}

function match(waiver: Waiver, corpus: Corpus, all: readonly LocatedFinding[], today: string): JudgedWaiver {
  const scope = scopeOf(waiver, corpus);
  const findings = all
    .filter(({ finding, located }) => covers(waiver, scope, finding, located))
    .map(({ finding }) => finding);
  return { waiver, findings, state: stateOf(waiver, findings.length, today) };
}

/** One that lacks its reason or day covers what it speaks of all the same: the error about it is enough. */
function stateOf({ reason, until }: Waiver, covered: number, today: string): WaiverState {
  if (reason === null || until === null) return "incomplete";
  if (until < today) return "expired";
  return covered === 0 ? "unmatched" : "open";
}

function withEnded(finding: Diagnostic, waiver: Waiver | undefined): Diagnostic {
  if (waiver === undefined) return finding;
  const related = { message: `waived until ${waiver.until}`, place: waiver.place };
  return { ...finding, related: [...finding.related, related] };
}

function asTheHouseSets(finding: Diagnostic, { config }: Corpus): readonly Diagnostic[] {
  const setting = config.rules?.[finding.rule];
  if (setting === "off") return [];
  return [setting === undefined ? finding : { ...finding, severity: setting }];
}
