import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Specification } from "../model/types.ts";
import { waivableRules } from "../rules/index.ts";
import type { NewItem } from "../source/edits/append-items.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { contentOf } from "./content-of.ts";
import { type Located, locator } from "./locate.ts";

export interface Term {
  readonly reason: string;
  /** The last day, as year-month-day. */
  readonly until: string;
}

/** The waivers that would cover findings, for each file that they belong into; what no waiver can cover is left out. */
export function newWaivers(
  corpus: Corpus,
  findings: readonly Diagnostic[],
  term: Term,
): ReadonlyMap<SpecFile, readonly NewItem[]> {
  const locate = locator(corpus);
  const made = new Map<SpecFile, Map<string, NewItem>>();
  for (const finding of findings) {
    const located = locate(finding.place);
    const { owner } = located;
    if (owner === null || !waivableRules.includes(finding.rule)) continue;
    const { spec } = owner.origin;
    const items = made.get(spec) ?? new Map<string, NewItem>();
    made.set(spec, items);
    const at = placeName(owner, located);
    const content = contentOf(finding, located);
    // One waiver covers all that is found of the same text by the same rule.
    const name = `${finding.rule} ${owner.id} ${content}`;
    if (!items.has(name)) items.set(name, itemOf(finding.rule, at, content, term));
  }
  return new Map([...made].map(([spec, items]) => [spec, [...items.values()]]));
}

function itemOf(rule: string, at: string | null, content: string, { reason, until }: Term): NewItem {
  return [
    { name: "rule", value: rule },
    ...(at === null ? [] : [{ name: "at", value: written(at) }]),
    // Always in quotation marks: it may be digits alone.
    { name: "content", value: `"${content}"` },
    { name: "reason", value: written(reason) },
    { name: "until", value: until },
  ];
}

/** By key where there is one, else by number; nothing for the specification whose file it is. */
function placeName(owner: Specification, { outcome, criterion }: Located): string | null {
  const thing = criterion ?? outcome;
  if (thing === null) return owner.origin.path.length === 0 ? null : owner.id;
  if (thing.key !== null) return `${owner.id}#${thing.key}`;
  return /^\S+$/u.test(thing.number) ? `${owner.id}/${thing.number}` : owner.id;
}

const readAsOther = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;

/** As YAML writes a text: as it is where nothing in it means something else, in brackets too. */
function written(text: string): string {
  const isPlain = /^[A-Za-z][\w.'()/#-]*(?: [\w.'()/-]+)*$/u.test(text) && !readAsOther.test(text);
  return isPlain ? text : JSON.stringify(text);
}
