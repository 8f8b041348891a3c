import type { Diagnostic, Fix, Place, Severity } from "../diagnostics/diagnostic.ts";
import { withFix } from "../diagnostics/fix.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Qualification, Specification, Unit } from "../model/types.ts";
import { sameLetters } from "../text/same-letters.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import { type Answer, type AskRule, askRule as askAfresh } from "./ask-rule.ts";
import type { Rule } from "./define-rule.ts";
import { groundOf } from "./ground.ts";
import { explanations, gateIds, packs, type RulePack, registerPack } from "./index.ts";
import { placeOf } from "./place.ts";
import { writeInstead } from "./write-instead.ts";

/** What came of asking the rules. */
export interface Asked {
  readonly findings: readonly Diagnostic[];
  /** For each qualification the rules that were not asked, of it or of a unit of it, and the rules that they gave way to. */
  readonly stoodBack: ReadonlyMap<Qualification, ReadonlyMap<string, readonly string[]>>;
}

/**
 * Everything that the rules find, with the severities that the workspace sets. `askRule` may know answers already. Rules do
 * not give way to what `isWaived` says has been accepted.
 */
export function runRules(
  corpus: Corpus,
  askRule: AskRule = askAfresh,
  isWaived: (finding: Diagnostic) => boolean = () => false,
): Asked {
  const config = corpus.config.rules ?? {};
  const findings: Diagnostic[] = [];
  const ordered = new Map<string, readonly Rule[]>();
  /** Those that may have something to say of a type, or to give way. */
  const rulesOf = (chosen: readonly RulePack[], type: Specification["type"] | "corpus") => {
    const key = [type, ...chosen.map(({ title }) => title)].join("\n");
    const made =
      ordered.get(key) ??
      inOrder(chosen.flatMap(({ rules }) => rules)).filter(
        (rule) => config[rule.id] !== "off" && (rule[type] !== undefined || rule.yieldsTo !== undefined),
      );
    ordered.set(key, made);
    return made;
  };
  const askerFor = (chosen: readonly RulePack[], about: Specification | null): AskOne => {
    const regulators = chosen.flatMap(({ regulator }) => regulator ?? []);
    return (rule) => askRule(rule, about, corpus).map((one) => findingOf(rule, one, config[rule.id], regulators));
  };

  for (const rule of rulesOf(packs, "corpus")) findings.push(...askerFor(packs, null)(rule));
  for (const framework of corpus.frameworks)
    ask(rulesOf(packs, "framework"), findings, askerFor(packs, framework), isWaived);
  const users = usersOf(corpus);
  const ofUnits = new Map<Unit, Answered>();
  for (const unit of corpus.units) {
    const chosen = packs.filter((pack) => appliesToUnit(pack, users.get(unit) ?? []));
    ofUnits.set(unit, ask(rulesOf(chosen, "unit"), findings, askerFor(chosen, unit), isWaived));
  }
  const stoodBack = new Map<Qualification, ReadonlyMap<string, readonly string[]>>();
  for (const qualification of corpus.qualifications) {
    const chosen = [...packsOf(qualification), ...(corpus.register === null ? [] : [registerPack])];
    const units = qualification.units.flatMap((unit) => ofUnits.get(unit) ?? []);
    const before = units.flatMap(({ broken }) => [...broken]);
    const answered = ask(rulesOf(chosen, "qualification"), findings, askerFor(chosen, qualification), isWaived, before);
    stoodBack.set(qualification, new Map([...units, answered].flatMap((one) => [...one.stoodBack])));
  }
  return {
    findings: [...findings, ...corpus.qualifications.flatMap(unknownRegulators), ...unusableSettings(corpus)],
    stoodBack,
  };
}

type AskOne = (rule: Rule) => readonly Diagnostic[];

interface Answered {
  /** The rules that found something. */
  readonly broken: ReadonlySet<string>;
  /** Those that were not asked, and what they gave way to. */
  readonly stoodBack: ReadonlyMap<string, readonly string[]>;
}

/** Asks the rules about one specification, leaving out those that give way to one that has found something, in it or in a unit of it. */
function ask(
  rules: readonly Rule[],
  findings: Diagnostic[],
  askOne: AskOne,
  isWaived: (finding: Diagnostic) => boolean,
  brokenBefore: readonly string[] = [],
): Answered {
  const broken = new Set(brokenBefore);
  const stoodBack = new Map<string, readonly string[]>();
  for (const rule of rules) {
    const first = rule.yieldsTo?.filter((other) => broken.has(other)) ?? [];
    if (first.length > 0) {
      stoodBack.set(rule.id, first);
      continue;
    }
    const found = askOne(rule);
    if (!found.every(isWaived)) broken.add(rule.id);
    findings.push(...found);
  }
  return { broken, stoodBack };
}

/** As they stand, but each behind those that it gives way to. */
function inOrder(rules: readonly Rule[]): readonly Rule[] {
  const ordered = new Set<Rule>();
  const add = (rule: Rule): void => {
    for (const id of rule.yieldsTo ?? []) {
      const other = rules.find((one) => one.id === id);
      if (other !== undefined && !ordered.has(other)) add(other);
    }
    ordered.add(rule);
  };
  for (const rule of rules) add(rule);
  return [...ordered];
}

function findingOf(
  rule: Rule,
  { place, message, related, fix }: Answer,
  setting: string | undefined,
  regulators: readonly string[],
): Diagnostic {
  const severity = (setting ?? rule.severity) as Severity;
  const ground = groundOf(rule, regulators);
  return {
    rule: rule.id,
    severity,
    ...(ground === null ? {} : { ground }),
    message,
    place,
    related,
    ...withFix(fix),
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

/** The qualifications that use each unit. */
function usersOf({ qualifications }: Corpus): ReadonlyMap<Unit, readonly Qualification[]> {
  const users = new Map<Unit, Qualification[]>();
  for (const qualification of qualifications) {
    for (const unit of qualification.units) {
      const others = users.get(unit);
      if (others === undefined) users.set(unit, [qualification]);
      else others.push(qualification);
    }
  }
  return users;
}

function appliesToUnit(pack: RulePack, users: readonly Qualification[]): boolean {
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

/** What the workspace file sets of a rule that nobody knows, or of one that makes a file readable. */
function unusableSettings({ config, workspaceSpec }: Corpus): readonly Diagnostic[] {
  const set = Object.keys(config.rules ?? {});
  if (workspaceSpec === null || set.length === 0) return [];
  const ids = explanations.map(({ id }) => id);
  const gates = new Set(gateIds);
  return set.flatMap((id) => {
    if (ids.includes(id) && !gates.has(id)) return [];
    const meant = suggest(id, ids);
    const how = meant === null ? "`qualspec explain` lists all" : `did you mean ${code(meant)}?`;
    const message = gates.has(id)
      ? `Unexpected setting of ${code(id)}, without which nothing of a file can be relied on; remove it`
      : `Unexpected rule ${code(id)}; ${how}`;
    const place = workspaceSpec.keyAt(["rules", id]);
    return [{ rule: "unknown-rule", severity: "warning" as const, message, place, related: [] }];
  });
}
