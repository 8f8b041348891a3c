import type { Explanation } from "../diagnostics/explanation.ts";
import { shapeExplanations } from "../schema/explanations.ts";
import { sourceExplanations } from "../source/explanations.ts";
import { coreRules } from "./core/index.ts";
import type { Rule } from "./define-rule.ts";
import { houseExplanations } from "./house-explanations.ts";
import { ofqualRules } from "./ofqual/index.ts";
import { specificationItems } from "./ofqual/specification-items.ts";
import { practiceRules } from "./practice/index.ts";
import { registerRules } from "./register/index.ts";
import type { RequiredItem } from "./required-item.ts";
import { waiverExplanations } from "./waiver-explanations.ts";

export interface RulePack {
  /** The word in a specification's `regulators` that asks for the pack; null for one that always applies. */
  readonly regulator: string | null;
  readonly title: string;
  readonly rules: readonly Rule[];
  /** What the regulator asks a specification to set out, for the report that goes with a submission. */
  readonly items?: readonly RequiredItem[];
}

export const packs: readonly RulePack[] = [
  { regulator: null, title: "Rules for every specification", rules: coreRules },
  { regulator: null, title: "Good practice in writing", rules: practiceRules },
  {
    regulator: "ofqual",
    title: "Ofqual's conditions, guidance and Register",
    rules: ofqualRules,
    items: specificationItems,
  },
];

/** Asked only where an export of the Register is given: apart from the packs that every check asks. */
export const registerPack: RulePack = {
  regulator: null,
  title: "Against an export of the Register, with `check --register`",
  rules: registerRules,
};

const unknownRule: Explanation = {
  id: "unknown-rule",
  severity: "warning",
  summary: "The workspace file sets rules that exist and can be set",
  why: "A misspelt rule stays on when its house thinks that it is off, and so does what makes a file readable.",
  basis: "format",
  source: "The source format",
  good: "# qualspec.yaml\nrules: { unit-used: off }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  bad: "# qualspec.yaml\nrules: { «unit-usd»: off }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
};

const unknownRegulator: Explanation = {
  id: "unknown-regulator",
  severity: "error",
  summary: "A regulator that is named has rules here, or none is named",
  why: "A misspelt regulator turns all of its rules off, and the specification looks as if it kept them.",
  basis: "format",
  source: "The source format",
  good: "kind: qualification\nid: q\ntitle: Q\nregulators: none\n",
  bad: "kind: qualification\nid: q\ntitle: Q\nregulators: [«ofqaul»]\n",
};

/** Everything that can be found, in the order of the gates: how a file is written, its shape, its sense. */
export const explanationGroups: readonly { readonly title: string; readonly explanations: readonly Explanation[] }[] = [
  { title: "How a file is written", explanations: sourceExplanations },
  { title: "The shape of a file", explanations: [...shapeExplanations, unknownRule, unknownRegulator] },
  ...[...packs, registerPack].map(({ title, rules }) => ({ title, explanations: rules })),
  { title: "Waivers", explanations: waiverExplanations },
  { title: "House style", explanations: houseExplanations },
];

/** What is asked before any rule: always, and with one severity. */
export const gateIds: readonly string[] = [
  ...sourceExplanations,
  ...shapeExplanations,
  unknownRule,
  unknownRegulator,
  // How papers look can be a matter of taste; what they cannot be made with is none.
  ...houseExplanations.filter(({ basis }) => basis === "format"),
].map(({ id }) => id);

/** What a waiver may name: what makes a file unreadable has to be mended, for no rule sees the file. */
export const waivableRules: readonly string[] = [
  ...[...packs, registerPack].flatMap(({ rules }) => rules.map(({ id }) => id)),
  unknownRegulator.id,
];

export const explanations: readonly Explanation[] = explanationGroups.flatMap((group) => group.explanations);
