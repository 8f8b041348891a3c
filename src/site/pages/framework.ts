import type { CoveredNode, FrameworkCoverage } from "../../coverage/cover.ts";
import { given } from "../../documents/given.ts";
import type { Framework, FrameworkNode } from "../../model/types.ts";
import { plainBlock } from "../../render/markdown.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, nodeAnchor, wayUp } from "../address.ts";
import { addressedBy } from "../addressed-by.ts";
import type { SitePage } from "../define-page.ts";
import type { Site } from "../site.ts";
import { mapOf, stepsOf } from "../steps.ts";

/** A framework: the way through it, its entries, and what answers to each. */
export function frameworkPage(coverage: FrameworkCoverage, site: Site): SitePage {
  const { words, language, frameworks } = site;
  const { framework, notice, covered, total, replacedBy } = coverage;
  const { id, title, source, replaces } = framework;
  const path = addresses.framework(id);
  const root = wayUp(path);
  const linkTo = (other: Framework) => ({
    href: frameworks.some((one) => one.id === other.id) ? root + addresses.framework(other.id) : null,
    text: nameOf(other),
  });
  return {
    about: { path, title, section: "frameworks", notices: notice === null ? [] : [notice] },
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
      covered: words("site.framework.covered", { covered, total }),
      replacedBy: replacedBy.map(linkTo),
      replaces: frameworks.filter((one) => one.id === replaces).map(linkTo),
      map: mapOf(coverage, site),
      steps: stepsOf(coverage, site),
      nodes: childrenOf(null, coverage, site),
    },
  };
}

function nameOf({ title, source: { version } }: Framework): string {
  return version === undefined ? title : `${title}, ${version}`;
}

function childrenOf(parent: FrameworkNode | null, coverage: FrameworkCoverage, site: Site): readonly object[] {
  return coverage.nodes
    .filter(({ node }) => (node.within.at(-1) ?? null) === parent)
    .map((one) => nodeView(one, coverage, site));
}

function nodeView(covered: CoveredNode, coverage: FrameworkCoverage, site: Site): object {
  const { words } = site;
  const { framework } = coverage;
  const { node, units, isCounted, isCovered, parts } = covered;
  const anchor = nodeAnchor(framework, node);
  const name = node.title ?? node.id;
  const text = node.text?.trim() ?? "";
  const byId = new Map(framework.nodes.map((one) => [one.id, one]));
  const state = isCovered ? "covered" : (parts?.covered ?? 0) > 0 ? "partly" : "open";
  return {
    anchor,
    label: words("site.link-to", { number: name }),
    title: node.title ?? (text === "" ? node.id : null),
    text: text === "" ? null : text,
    state: isCounted || parts !== null ? { kind: state, text: words(`site.framework.state.${state}`) } : null,
    ...addressedBy(units, site, wayUp(addresses.framework(framework.id))),
    includes: node.includes.flatMap((id) => {
      const other = byId.get(id);
      return other === undefined ? [] : [{ href: `#${nodeAnchor(framework, other)}`, text: titleOf(other) }];
    }),
    children: childrenOf(node, coverage, site),
  };
}

export function titleOf({ id, title, text }: FrameworkNode): string {
  return title ?? (plainBlock(text ?? "") || id);
}
