import type { CoveredNode, FrameworkCoverage } from "../../coverage/cover.ts";
import { addressedBy, coverageHead, coverageRow, versionedTitle } from "../../documents/framework-coverage.ts";
import { given } from "../../documents/given.ts";
import type { Framework, FrameworkNode } from "../../model/types.ts";
import { plainBlock } from "../../render/markdown.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, anchorOf, nodeAnchor, wayUp } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import type { Site } from "../site.ts";
import { mapOf, stepsOf } from "../steps.ts";

/** A framework: the way through it, its entries, and what answers to each. */
export function frameworkPage(coverage: FrameworkCoverage, site: Site): SitePage {
  const { words, language, frameworks } = site;
  const { framework, replacedBy } = coverage;
  const head = coverageHead(coverage, words);
  const { id, title, source, replaces } = framework;
  const path = addresses.framework(id);
  const root = wayUp(path);
  const linkTo = (other: Framework) => ({
    href: frameworks.some((one) => one.id === other.id) ? root + addresses.framework(other.id) : null,
    text: versionedTitle(other, words),
  });
  return {
    about: { path, title, section: "frameworks", notices: head.notices },
    template: "framework",
    view: {
      title,
      language: source.language ?? language,
      direction: directionOf(source.language ?? language),
      facts: [
        ...(source.publisher === undefined ? [] : [{ label: words("site.publisher"), value: source.publisher }]),
        ...(source.version === undefined ? [] : [{ label: words("facts.version"), value: source.version }]),
      ],
      source: given(source.source),
      covered: head.summary,
      replacedBy: replacedBy.map(linkTo),
      replaces: frameworks.filter((one) => one.id === replaces).map(linkTo),
      map: mapOf(coverage, site),
      steps: stepsOf(coverage, site),
      nodes: childrenOf(null, coverage, site),
    },
  };
}

function childrenOf(parent: FrameworkNode | null, coverage: FrameworkCoverage, site: Site): readonly object[] {
  return coverage.nodes
    .filter(({ node }) => (node.within.at(-1) ?? null) === parent)
    .map((one) => nodeView(one, coverage, site));
}

function nodeView(covered: CoveredNode, coverage: FrameworkCoverage, site: Site): object {
  const { words } = site;
  const { framework } = coverage;
  const { node, units } = covered;
  const root = wayUp(addresses.framework(framework.id));
  const anchor = nodeAnchor(framework, node);
  const { state, stateWords, note } = coverageRow(covered, words);
  const text = node.text?.trim() ?? "";
  const byId = new Map(framework.nodes.map((one) => [one.id, one]));
  return {
    anchor,
    label: words("site.link-to", { number: titleOf(node) }),
    title: node.title ?? (text === "" ? node.id : null),
    text: text === "" ? null : text,
    state,
    stateWords,
    note,
    units: addressedBy(units.slice(0, mostUnits), words, {
      unit: ({ id }) => root + addresses.unit(id),
      criterion: (unit, criterion) => `${root}${addresses.unit(unit.id)}#${anchorOf(unit, criterion)}`,
    }),
    more: units.length > mostUnits ? words("site.more-units", { count: units.length - mostUnits }) : null,
    includes: node.includes.flatMap((id) => {
      const other = byId.get(id);
      return other === undefined ? [] : [{ href: `#${nodeAnchor(framework, other)}`, text: titleOf(other) }];
    }),
    children: childrenOf(node, coverage, site),
  };
}

/** More units than these are counted, not named: what a house maps in all of its units would fill pages. */
const mostUnits = 12;

function titleOf({ id, title, text }: FrameworkNode): string {
  return title ?? (plainBlock(text ?? "") || id);
}
