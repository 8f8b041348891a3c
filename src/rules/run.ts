import type { Diagnostic, Fix, Place, Severity } from "../diagnostics/diagnostic.ts";
import { withFix } from "../diagnostics/fix.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Qualification, Unit } from "../model/types.ts";
import { sameLetters } from "../text/same-letters.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import type { Report, Rule } from "./define-rule.ts";
import { explanations, packs, type RulePack, registerPack } from "./index.ts";
import { placeOf } from "./place.ts";
import { writeInstead } from "./write-instead.ts";

/** Everything that the rules find, with the severities that the workspace sets. */
export function runRules(corpus: Corpus): readonly Diagnostic[] {
  const config = corpus.config.rules ?? {};
  const findings: Diagnostic[] = [];
  const reportFor = (rule: Rule, found: Diagnostic[]) => collect(rule, config[rule.id], found);
  const rulesOf = (chosen: readonly RulePack[]) =>
    chosen.flatMap(({ rules }) => rules).filter(({ id }) => config[id] !== "off");

  for (const rule of rulesOf(packs)) rule.corpus?.(corpus, reportFor(rule, findings));
  for (const framework of corpus.frameworks) {
    ask(rulesOf(packs), findings, (rule, found) => rule.framework?.(framework, reportFor(rule, found), corpus));
  }
  const brokenInUnits = new Map<Unit, ReadonlySet<string>>();
  for (const unit of corpus.units) {
    const rules = rulesOf(packs.filter((pack) => appliesToUnit(pack, unit, corpus)));
    brokenInUnits.set(
      unit,
      ask(rules, findings, (rule, found) => rule.unit?.(unit, reportFor(rule, found), corpus)),
    );
  }
  for (const qualification of corpus.qualifications) {
    const rules = rulesOf([...packsOf(qualification), ...(corpus.register === null ? [] : [registerPack])]);
    const broken = qualification.units.flatMap((unit) => [...(brokenInUnits.get(unit) ?? [])]);
    ask(rules, findings, (rule, found) => rule.qualification?.(qualification, reportFor(rule, found), corpus), broken);
  }
  return [...findings, ...corpus.qualifications.flatMap(unknownRegulators), ...unknownRules(corpus)];
}

/**
 * Asks the rules about one specification, in order, leaving out those that give way to one that has found something, in
 * it or in a unit of it.
 *
 * @returns the rules that found something
 */
function ask(
  rules: readonly Rule[],
  findings: Diagnostic[],
  check: (rule: Rule, found: Diagnostic[]) => void,
  brokenBefore: readonly string[] = [],
): ReadonlySet<string> {
  const broken = new Set(brokenBefore);
  for (const rule of rules) {
    if (rule.yieldsTo?.some((other) => broken.has(other))) continue;
    const found: Diagnostic[] = [];
    check(rule, found);
    if (found.length > 0) broken.add(rule.id);
    findings.push(...found);
  }
  return broken;
}

function collect(rule: Rule, setting: string | undefined, findings: Diagnostic[]): Report {
  const severity = (setting ?? rule.severity) as Severity;
  return (place, message, related = [], fix) => {
    findings.push({ rule: rule.id, severity, message, place, related, ...withFix(fix ?? null) });
  };
}

/** The packs that a specification is held against. */
export function packsOf(qualification: Qualification): readonly RulePack[] {
  return packs.filter((pack) => applies(pack, qualification));
}

/** A pack without a regulator applies always; where a specification leaves its regulators out, every pack does. */
function applies(pack: RulePack, { source }: Qualification): boolean {
  if (pack.regulator === null || source.regulators === undefined) return true;
  return source.regulators !== "none" && source.regulators.includes(pack.regulator);
}

function appliesToUnit(pack: RulePack, unit: Unit, corpus: Corpus): boolean {
  const users = corpus.qualifications.filter(({ units }) => units.includes(unit));
  return users.length === 0 || users.some((qualification) => applies(pack, qualification));
}

/** A regulator that has no rules here, or a list that names none. */
function unknownRegulators(qualification: Qualification): readonly Diagnostic[] {
  const { regulators = "none" } = qualification.source;
  if (regulators === "none") return [];
  const known = packs.flatMap(({ regulator }) => regulator ?? []);
  const finding = (place: Place, message: string, fix: Fix | null = null): Diagnostic => {
    return { rule: "unknown-regulator", severity: "error", message, place, related: [], ...withFix(fix) };
  };
  if (regulators.length === 0) {
    const message = `Unexpected empty list of regulators, expected ${joinWords([...known, "none"].map(code), "or")}; write one`;
    return [finding(placeOf(qualification, "regulators"), message)];
  }
  return [...regulators.entries()].flatMap(([at, word]) => {
    if (known.includes(word)) return [];
    const meant = suggest(word, known);
    const how =
      meant === null
        ? `expected ${joinWords([...known, "none"].map(code), "or")}; change it`
        : `did you mean ${code(meant)}?`;
    const place = placeOf(qualification, "regulators", at);
    const fix = writeInstead(qualification, sameLetters(word, known), "regulators", at);
    return [finding(place, `Unknown regulator ${code(word)}; ${how}`, fix)];
  });
}

/** A rule that the workspace file sets and nobody knows. */
function unknownRules({ config, workspaceSpec }: Corpus): readonly Diagnostic[] {
  const ids = explanations.map(({ id }) => id);
  const unknown = Object.keys(config.rules ?? {}).filter((id) => !ids.includes(id));
  return unknown.flatMap((id) => {
    if (workspaceSpec === null) return [];
    const meant = suggest(id, ids);
    const how = meant === null ? "`qualspec explain` lists all" : `did you mean ${code(meant)}?`;
    const place = workspaceSpec.keyAt(["rules", id]);
    return [
      {
        rule: "unknown-rule",
        severity: "warning" as const,
        message: `Unexpected rule ${code(id)}; ${how}`,
        place,
        related: [],
      },
    ];
  });
}
