import type { CoveredNode } from "../coverage/cover.ts";
import { addressedBy, coverageRow } from "../documents/framework-coverage.ts";
import type { Criterion, FrameworkNode, Unit } from "../model/types.ts";
import { addresses, anchorOf, nodeAnchor, wayUp } from "./address.ts";
import { titleOf } from "./entry-title.ts";
import { type FrameworkBook, shownUnits } from "./framework-book.ts";
import type { FrameworkBooks } from "./framework-books.ts";
import type { Site } from "./site.ts";

/** The entries that stand on a page, each within those that it stands in: what began on a page before is named again. */
export function nodesOf(
  entries: readonly CoveredNode[],
  book: FrameworkBook,
  all: Pick<FrameworkBooks, "replacements">,
  path: string,
  site: Site,
): readonly object[] {
  const here = new Map(entries.map((one) => [one.node, one]));
  const inside = new Map<FrameworkNode | null, FrameworkNode[]>();
  const named = new Set<FrameworkNode>();
  for (const { node } of entries) {
    for (const [at, one] of [...node.within, node].entries()) {
      if (named.has(one)) continue;
      named.add(one);
      const home = node.within[at - 1] ?? null;
      inside.set(home, [...(inside.get(home) ?? []), one]);
    }
  }
  const childrenOf = (home: FrameworkNode | null): readonly object[] =>
    (inside.get(home) ?? []).map((node) => {
      const covered = here.get(node);
      const children = childrenOf(node);
      return covered === undefined
        ? { isContinued: true, href: book.linkTo(node, path), label: titleOf(node), children }
        : {
            isContinued: false,
            ...nodeView(covered, book, path, site),
            replacedBy: all.replacements(book.coverage.framework, node, path),
            children,
          };
    });
  return childrenOf(null);
}

function nodeView(covered: CoveredNode, book: FrameworkBook, path: string, { words }: Site): object {
  const { framework } = book.coverage;
  const { node, units } = covered;
  const { state, stateWords, note } = coverageRow(covered, words);
  const text = node.text?.trim() ?? "";
  const shown = shownUnits(units, book.mostUnits);
  const byId = new Map(framework.nodes.map((one) => [one.id, one]));
  return {
    anchor: nodeAnchor(framework, node),
    label: words("site.link-to", { number: titleOf(node) }),
    title: node.title ?? (text === "" ? node.id : null),
    text: text === "" ? null : text,
    state,
    stateWords,
    note,
    units: addressedBy(shown, words, linksFrom(path)),
    more:
      shown.length === units.length
        ? null
        : words(units.length - shown.length === 1 ? "site.more-units-one" : "site.more-units", {
            count: units.length - shown.length,
          }),
    moreHref: wayUp(path) + addresses.entry(framework.id, node.id, 1),
    includes: node.includes.flatMap((id) => {
      const other = byId.get(id);
      return other === undefined ? [] : [{ href: book.linkTo(other, path), text: titleOf(other) }];
    }),
  };
}

/** The ways from a page to units and to their criteria. */
export function linksFrom(path: string) {
  const root = wayUp(path);
  return {
    unit: ({ id }: Unit) => root + addresses.unit(id),
    criterion: (unit: Unit, criterion: Criterion) => `${root}${addresses.unit(unit.id)}#${anchorOf(unit, criterion)}`,
  };
}
