import { type AddressingUnit, type CoveredNode, percentOf } from "../coverage/cover.ts";
import { placesOf } from "../coverage/places.ts";
import { type QualificationCoverage, type UnknownRoutes, unreachedIn } from "../coverage/route-cover.ts";
import { countPartly, stateOf } from "../coverage/state.ts";
import { plainEntryName } from "../model/entry-name.ts";
import { printable } from "../text/printable.ts";
import { countOf, joinWords } from "../text/words.ts";
import { wrap } from "../text/wrap.ts";
import type { Colours } from "./colours.ts";
import type { ReportedCoverage } from "./coverage-report.ts";

const widest = 100;
const stateWidth = 9;

/** Coverage for people: each framework with its entries, where each is addressed, and what learners meet on every route. */
export function prettyCoverage(all: readonly ReportedCoverage[], columns: number, chalk: Colours): string {
  const width = Math.max(40, Math.min(columns, widest));
  return all.map((one) => prettyFramework(one, width, chalk)).join("\n");
}

function prettyFramework(reported: ReportedCoverage, width: number, chalk: Colours): string {
  const { framework, notice, nodes, replacedBy, covered, total } = reported.coverage;
  const { version } = framework.source;
  const head = `${framework.title}${version === undefined ? "" : `, version ${version}`} (${framework.id})`;
  const notes = [
    ...(replacedBy.length === 0
      ? []
      : [`Replaced by ${joinWords(replacedBy.map(({ id }) => id))}: what is mapped here does not count there.`]),
    ...(notice === null ? [] : [`Note: ${notice}`]),
  ];
  const percent = percentOf(reported.coverage);
  const partly = countPartly(reported.coverage);
  const more = partly === 0 ? "" : `; ${partly} more in part`;
  const sum =
    percent === null
      ? "It has no entries."
      : `Covered: ${covered} of ${countOf(total, "entry", "entries")}, ${percent}%${more}.`;
  const isEmpty = nodes.every(({ units }) => units.length === 0);
  const lines = [
    ...block(head, width, "").map(chalk.bold),
    ...notes.flatMap((note) => block(note, width, "  ")).map(chalk.dim),
    `  ${sum}${isEmpty && total > 0 ? " Nothing is mapped to it." : ""}`,
    ...unreachedLines(reported, width),
    ...(isEmpty ? [] : ["", ...nodes.flatMap((node) => entryLines(node, width, chalk))]),
    ...(isEmpty ? [] : routeLines(reported, width)),
    ...verdictLines(reported, chalk),
  ];
  return `${lines.join("\n")}\n`;
}

function unreachedLines({ coverage, qualifications }: ReportedCoverage, width: number): readonly string[] {
  const names = unreachedIn(coverage, qualifications).map(({ node }) => plainEntryName(node));
  if (names.length === 0) return [];
  return block(`No learner meets these of them, whose units are in no route: ${names.join("; ")}.`, width, "  ");
}

/** A state in words at the left, then the entry, as deep as it stands, and below it where it is addressed. */
function entryLines(covered: CoveredNode, width: number, chalk: Colours): readonly string[] {
  const { node, parts, units } = covered;
  const state = stateOf(covered);
  const margin = `  ${" ".repeat(stateWidth)}${"  ".repeat(node.within.length)}`;
  const paint = { covered: chalk.green, partly: chalk.yellow, gap: chalk.red, replaced: chalk.dim }[state];
  const count = parts === null ? "" : ` (${partsWords(covered, parts)})`;
  const [first = "", ...rest] = block(`${plainEntryName(node)}${count}`, width, margin);
  const lead = `  ${paint(state)}${" ".repeat(stateWidth - state.length)}${"  ".repeat(node.within.length)}`;
  return [
    `${lead}${first.slice(margin.length)}`,
    ...rest,
    ...addressLines(units)
      .flatMap((line) => block(line, width, `${margin}  `))
      .map(chalk.dim),
  ];
}

/** What an entry only shares with others counts there: that all of it is covered does not cover the entry. */
function partsWords({ isCounted, isCovered }: CoveredNode, parts: NonNullable<CoveredNode["parts"]>): string {
  const figures = `${parts.covered} of ${parts.total} covered`;
  if (!isCounted) return `in it: ${figures}`;
  const isMissing = !isCovered && parts.covered === parts.total;
  return `shared with others: ${figures}${isMissing ? ", but nothing is mapped to the entry itself" : ""}`;
}

/** A line for each set of qualifications: those that share units are told together. */
function addressLines(units: readonly AddressingUnit[]): readonly string[] {
  const byHome = new Map<string, string[]>();
  for (const { unit, qualifications, criteria } of units) {
    const home = qualifications.length === 0 ? "in no qualification" : qualifications.map(({ id }) => id).join(", ");
    const { isWhole, numbers } = placesOf(unit, criteria);
    byHome.set(home, [...(byHome.get(home) ?? []), `${unit.id} ${isWhole ? "all" : numbers.join(", ")}`]);
  }
  return [...byHome].map(([home, places]) => `${home}: ${places.join("; ")}`);
}

const reasons: Readonly<Record<UnknownRoutes, string>> = {
  incomplete: "units that it names are missing or broken",
  "no-route": "it has no route: no combination of units meets its rules",
  "too-large": "it takes too long to find out",
};

/** How many entries learners meet, whatever they choose; those for which it depends on the choice by name. */
function routeLines({ qualifications }: ReportedCoverage, width: number): readonly string[] {
  const isTold = (one: QualificationCoverage) => one.everyRoute.length + one.someRoutes.length + one.unknown.length > 0;
  const told = qualifications.filter(isTold);
  const others = qualifications.filter((one) => !isTold(one)).map(({ qualification }) => qualification.id);
  const counts = told.map((one) => [one.everyRoute, one.someRoutes, one.noRoute].map(({ length }) => String(length)));
  const lines = told.flatMap((one, at) => {
    const [every = "", some = "", none = ""] = counts[at] ?? [];
    const figures = `${every.padStart(8)}${some.padStart(8)}${none.padStart(8)}`;
    const named = (label: string, nodes: readonly CoveredNode[]) =>
      nodes.length === 0
        ? []
        : block(`${label}: ${nodes.map(({ node }) => plainEntryName(node)).join("; ")}`, width, " ".repeat(30));
    return [
      `  ${figures}    ${printable(one.qualification.id)}`,
      ...named("only on some routes", one.someRoutes),
      ...named(`not known, since ${one.reason === null ? "" : reasons[one.reason]}`, one.unknown),
    ];
  });
  const rest = others.length === 0 ? [] : block(`Addressed by no route of ${joinWords(others)}.`, width, "  ");
  const head = [
    "  Entries that learners meet, by the rules of combination:",
    "     every    some      no",
    "     route  routes   route    qualification",
  ];
  return ["", ...(lines.length === 0 ? [] : [...head, ...lines]), ...rest];
}

function verdictLines({ minimum, meetsMinimum }: ReportedCoverage, chalk: Colours): readonly string[] {
  if (minimum === null || meetsMinimum === null) return [];
  return [meetsMinimum ? chalk.green(`  Not below ${minimum}%.`) : chalk.red(`  Below ${minimum}%.`)];
}

function block(text: string, width: number, margin: string): readonly string[] {
  return wrap(printable(text.replace(/\s+/gu, " ")), Math.max(24, width - margin.length)).map((line) => margin + line);
}
