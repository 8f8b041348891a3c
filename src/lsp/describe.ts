import type { Explanation } from "../diagnostics/explanation.ts";
import { printedPath } from "../files/paths.ts";
import type { Framework, FrameworkNode, Level, Qualification, Unit } from "../model/types.ts";
import { wholeSourceOf } from "../rules/ground.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { code, countOf } from "../text/words.ts";
import type { Declared } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import type { Thing } from "./things-in.ts";

/** A qualification, unit or framework, as Markdown. */
export function describeSpecification({ kind, id, title, file }: Declared, { models, root }: Lookout): string {
  const known = models.get(id.toLowerCase());
  // As it is typed now, sound or not.
  const head = `**${escapeMarkdown(title === "" ? (known?.title ?? id) : title)}**`;
  const facts =
    known?.type !== kind ? [`${code(id)}: a ${kind} whose file has something wrong with it`] : factsOf(known);
  const aim = known?.type === "unit" ? (known.source.aim ?? null) : null;
  return paragraphs(head, facts.join(" · "), aim, `In ${code(printedPath(file.path, root))}`);
}

function factsOf(one: Qualification | Unit | Framework): readonly string[] {
  switch (one.type) {
    case "unit":
      return [
        `Unit ${code(one.id)}`,
        ...(one.level === null ? [] : [levelWords(one.level)]),
        ...(one.credit === null ? [] : [countOf(one.credit, "credit")]),
        ...(one.guidedLearningHours === null ? [] : [countOf(one.guidedLearningHours, "guided learning hour")]),
        ...(one.totalUnitTime === null ? [] : [`${countOf(one.totalUnitTime, "hour")} in total`]),
        `${countOf(one.outcomes.length, "outcome")} and ${countOf(criteriaOf(one), "criterion", "criteria")}`,
      ];
    case "qualification":
      return [
        `Qualification ${code(one.id)}`,
        ...one.levels.map(levelWords),
        ...(one.credit === null ? [] : [countOf(one.credit, "credit")]),
        countOf(one.units.length, "unit"),
      ];
    case "framework":
      return [
        `Framework ${code(one.id)}`,
        ...(one.source.version === undefined ? [] : [`version ${escapeMarkdown(one.source.version)}`]),
        countOf(one.nodes.length, "entry", "entries"),
      ];
  }
}

/** An outcome or a criterion, with its printed number and what is asked of the evidence. */
export function describeCriterion(thing: Thing): string {
  const { number, text, key, unit } = thing;
  const isCriterion = !("criteria" in thing);
  const asked = isCriterion
    ? [
        ...(thing.evidence.methods.length === 0 ? [] : [`Evidence: ${thing.evidence.methods.map(code).join(", ")}`]),
        ...(thing.evidence.minimum === null ? [] : [thing.evidence.minimum]),
        ...(thing.observation?.occasions == null
          ? []
          : [`Observed on ${countOf(thing.observation.occasions, "occasion")}`]),
        ...(thing.simulation === null ? [] : [`Simulation: ${thing.simulation}`]),
        ...(thing.grade === null ? [] : [`Grade: ${escapeMarkdown(thing.grade)}`]),
        ...Object.entries(thing.maps).map(([id, nodes]) => `Mapped to ${code(id)}: ${nodes.map(code).join(", ")}`),
      ]
    : [countOf(thing.criteria.length, "criterion", "criteria")];
  const facts = [
    `${isCriterion ? "Criterion" : "Outcome"} ${code(number)} of ${code(unit.id)}`,
    ...(thing.kind === null ? [] : [thing.kind]),
    ...(key === null ? [] : [`key ${code(key)}`]),
  ];
  return paragraphs(`**${escapeMarkdown(number)}** ${text}`, facts.join(" · "), ...asked);
}

/** An outcome or a criterion of a file that cannot be relied on, by its number and text. */
export function describeTyped(name: string): string {
  const [, number = "", text = ""] = /^(\S+) (.*)$/su.exec(name) ?? [];
  return paragraphs(`**${escapeMarkdown(number)}** ${text}`, "Of a file that has something wrong with it");
}

/** An entry of a framework and what it stands in. */
export function describeNode(node: FrameworkNode, framework: Framework): string {
  const name = ({ id, title }: FrameworkNode) => escapeMarkdown(title ?? id);
  const within = [framework.title, ...node.within.map(name)].join(" › ");
  const type = node.type === null ? "Entry" : escapeMarkdown(node.type);
  const successors = node.replacedBy.length === 0 ? null : `Replaced by ${node.replacedBy.map(code).join(", ")}`;
  return paragraphs(`**${name(node)}**`, `${type} ${code(node.id)} of ${within}`, node.text, successors);
}

/** What `qualspec explain` says of a rule, without its examples. */
export function describeRule(rule: Explanation): string {
  const { id, severity, summary, why } = rule;
  return paragraphs(
    `**${summary}**`,
    `${code(id)} · ${severity}`,
    why,
    `Source: ${escapeMarkdown(wholeSourceOf(rule))}`,
    `${code(`qualspec explain ${id}`)} shows examples.`,
  );
}

function levelWords(level: Level): string {
  return typeof level === "number" ? `level ${level}` : `${level.replace("-", " level ")}`;
}

function criteriaOf({ outcomes }: Unit): number {
  return outcomes.reduce((sum, { criteria }) => sum + criteria.length, 0);
}

function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n\n");
}
