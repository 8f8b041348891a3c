import type { FrameworkNode } from "../model/types.ts";
import { pathwayMap } from "../pictures/pathway-map.ts";
import type { PathwayStep } from "../pictures/pathway-steps.ts";
import type { Words } from "../words/words.ts";
import { addresses, wayUp } from "./address.ts";
import { type ForStep, mostQualifications } from "./for-step.ts";
import { type FrameworkBook, mostOnMap } from "./framework-book.ts";
import { type Site, statusTags } from "./site.ts";

/** The way from step to step as the map shows it, in words, with the qualifications for each; empty where nothing leads on. */
export function stepsOf(steps: readonly PathwayStep[], book: FrameworkBook, path: string, { words }: Site) {
  const { framework } = book.coverage;
  const linkTo = (node: FrameworkNode) => ({ href: book.linkTo(node, path), text: node.title ?? node.id });
  return steps.map(({ node, from, next, besides }) => {
    const found = book.forSteps.get(node) ?? [];
    const more = found.length - mostQualifications;
    return {
      ...linkTo(node),
      from: from.map(linkTo),
      next: next.map(linkTo),
      besides: besides.map(linkTo),
      qualifications: found.slice(0, mostQualifications).map((one) => forStepView(one, path, words)),
      more: more > 0 ? words("site.more-qualifications", { count: more }) : null,
      moreHref: wayUp(path) + addresses.entry(framework.id, node.id, 1),
    };
  });
}

/** A qualification in the list for a step. */
export function forStepView({ qualification, units }: ForStep, path: string, words: Words) {
  return {
    href: wayUp(path) + addresses.qualification(qualification.id),
    title: qualification.title,
    tags: statusTags(qualification, words),
    units: words(units === 1 ? "site.framework.units-one" : "site.framework.units", { count: units }),
  };
}

/** The same as a picture; null where nothing leads on, and where there are more steps than a page may show. */
export function mapOf({ coverage, forSteps, linkTo }: FrameworkBook, path: string, { words }: Site): string | null {
  const { framework } = coverage;
  if (forSteps.size > mostOnMap) return null;
  return pathwayMap(framework, {
    title: words("site.framework.map", { title: framework.title }),
    description: words("site.framework.map-about"),
    linkOf: (node) => linkTo(node, path),
    noteOf: (node) => {
      const count = forSteps.get(node)?.length ?? 0;
      return count === 0 ? null : words(count === 1 ? "site.framework.one" : "site.framework.many", { count });
    },
  });
}
