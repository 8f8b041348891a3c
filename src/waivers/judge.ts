import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Rule } from "../rules/define-rule.ts";
import { explanations, packs, registerPack, waivableRules } from "../rules/index.ts";
import { packsOf } from "../rules/run.ts";
import { suggest } from "../text/suggest.ts";
import { code } from "../text/words.ts";
import { waiverFinding } from "./finding.ts";
import type { LocatedFinding } from "./locate.ts";
import { frameworkIds, scopeOf, usedBy, usersOf } from "./scope.ts";
import type { JudgedWaiver, Waiver } from "./waiver.ts";

/** What is wrong with a waiver itself: one thing at most. */
export function judge(
  { waiver, state, findings }: JudgedWaiver,
  corpus: Corpus,
  all: readonly LocatedFinding[],
): readonly Diagnostic[] {
  if (!waivableRules.includes(waiver.rule)) return [withoutRule(waiver)];
  switch (state) {
    case "open":
      return [];
    case "incomplete":
      return [incomplete(waiver)];
    case "expired":
      return [expired(waiver, findings.length)];
    case "unmatched": {
      const why = whyUnmatched(waiver, corpus, all);
      return why === null ? [] : [waiverFinding("waiver-unmatched", why, waiver.place)];
    }
  }
}

function withoutRule({ rule, place }: Waiver): Diagnostic {
  if (explanations.some(({ id }) => id === rule)) {
    const why = "nothing can be said about a file before this is mended";
    const message = rule.startsWith("waiver-")
      ? `Unexpected waiver of ${code(rule)}, expected another rule: what is wrong with a waiver cannot be waived; remove it`
      : `Unexpected waiver of ${code(rule)}, expected a rule about what the specification says: ${why}; remove it`;
    return waiverFinding("waiver-without-rule", message, place);
  }
  const meant = suggest(rule, waivableRules);
  const how = meant === null ? "`qualspec explain` lists all" : `did you mean ${code(meant)}?`;
  return waiverFinding("waiver-without-rule", `Unknown rule ${code(rule)}; ${how}`, place);
}

function incomplete({ reason, until, place, lines }: Waiver): Diagnostic {
  const missing = [
    ...(reason === null ? [lines === null ? "`reason`, in a few words" : "the reason, after a colon"] : []),
    ...(until === null
      ? [lines === null ? "`until`, the last day that it holds" : "`until` and the last day that it holds"]
      : []),
  ];
  const message = `Unexpected waiver without ${reason === null ? "a reason" : "a last day"}${missing.length > 1 ? " and a last day" : ""}; add ${missing.join(", and ")}`;
  return waiverFinding("waiver-incomplete", message, place);
}

function expired({ until, untilPlace, place, rule }: Waiver, covered: number): Diagnostic {
  const how = covered === 0 ? "nothing is left of what it covered: remove it" : "mend what it covered, or decide anew";
  const message = `Unexpected waiver of ${code(rule)} whose last day was ${code(until ?? "")}; ${how}`;
  return waiverFinding("waiver-expired", message, untilPlace ?? place);
}

/** Why a waiver covers nothing, and what to do; null where its rule was not asked, so that nobody can say. */
function whyUnmatched(waiver: Waiver, corpus: Corpus, all: readonly LocatedFinding[]): string | null {
  const { rule, at, content, lines, holder } = waiver;
  const unused = `Unused waiver of ${code(rule)}`;
  const pack = [...packs, registerPack].find(({ rules }) => rules.some(({ id }) => id === rule));
  if (corpus.config.rules?.[rule] === "off")
    return `${unused}, which is off in the workspace file; remove one of the two`;
  if (pack === registerPack && corpus.register === null) return null;
  const users = usersOf(holder, corpus);
  if (
    pack !== undefined &&
    pack.regulator !== null &&
    users.length > 0 &&
    !users.some((one) => packsOf(one).includes(pack))
  )
    return `${unused}, a rule of ${code(pack.regulator)}, which ${code("regulators")} leaves out; remove it`;
  if (
    !wasAsked(
      waiver,
      pack?.rules.find(({ id }) => id === rule),
      corpus,
      all,
    )
  )
    return null;
  const { unknown } = scopeOf(waiver, corpus);
  if (unknown !== null && content === null) {
    const how = unknown.meant === null ? "correct it, or remove the waiver" : `did you mean ${code(unknown.meant)}?`;
    return `Unknown place ${code(at ?? "")} in a waiver of ${code(rule)}; ${how}`;
  }
  if (content !== null) return `${unused}: what it was written for is mended, or says something else now; remove it`;
  if (lines !== null)
    return `${unused}: this line has no such finding; remove it, or move it to the line of the finding`;
  return `${unused}: there is no such finding${at === null ? "" : ` at ${code(at)}`}; remove it, or correct where it is`;
}

/** Whether the rule saw everything that the waiver speaks of, in files that can be relied on. */
function wasAsked({ holder }: Waiver, rule: Rule | undefined, corpus: Corpus, all: readonly LocatedFinding[]): boolean {
  const around = [holder, ...usedBy(holder, corpus)];
  if (holder.type === "qualification" && !holder.isComplete) return false;
  if (around.some((one) => one.type === "unit" && frameworkIds(one).some((id) => corpus.find(id) === "broken")))
    return false;
  if (rule === undefined) return true;
  const needsOthers =
    rule.corpus !== undefined || (rule.qualification !== undefined && holder.type !== "qualification");
  if (needsOthers && !corpus.isWhole) return false;
  const gaveWay = rule.yieldsTo ?? [];
  return !all.some(
    ({ finding, located }) =>
      gaveWay.includes(finding.rule) && located.owner !== null && around.includes(located.owner),
  );
}
