import type { AddressingUnit, CoveredNode } from "../../coverage/cover.ts";
import { addressedBy, coverageHead, coverageRow } from "../../documents/framework-coverage.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, wayUp } from "../address.ts";
import type { PlacedPage, SitePage } from "../define-page.ts";
import { titleOf } from "../entry-title.ts";
import { type ForStep, forStepBytes } from "../for-step.ts";
import type { FrameworkBook } from "../framework-book.ts";
import { linksFrom } from "../framework-nodes.ts";
import { inWeighedParts, type Part, pagerOf } from "../lists.ts";
import type { Site } from "../site.ts";
import { forStepView } from "../steps.ts";
import { unitBytes } from "../unit-bytes.ts";

/** What answers to an entry: a qualification where it is a step, or a unit. */
type Answer = ForStep | AddressingUnit;

const mostBytes = 120_000;

/** Entries that more answers to than the pages of their framework name: all of it, over as many pages as that takes. */
export function entryPages(book: FrameworkBook, site: Site): readonly PlacedPage[] {
  const { framework, nodes } = book.coverage;
  return nodes
    .filter(({ node }) => book.long.has(node))
    .flatMap((covered) => {
      const { node, units } = covered;
      const parts = inWeighedParts<Answer>(
        [...(book.forSteps.get(node) ?? []), ...units],
        (one) => ("unit" in one ? unitBytes(one) : forStepBytes(one)),
        mostBytes,
      );
      return parts.map((part) => ({
        path: addresses.entry(framework.id, node.id, part.page),
        make: () => pageOf(covered, part, parts, book, site),
      }));
    });
}

function pageOf(
  covered: CoveredNode,
  { page, entries }: Part<Answer>,
  parts: readonly Part<Answer>[],
  book: FrameworkBook,
  site: Site,
): SitePage {
  const { words } = site;
  const { framework } = book.coverage;
  const { node } = covered;
  const path = addresses.entry(framework.id, node.id, page);
  const root = wayUp(path);
  const language = framework.source.language ?? site.language;
  const { state, stateWords, note } = coverageRow(covered, words);
  const title = titleOf(node);
  return {
    about: {
      path,
      title: words("site.framework.all-of", { title }),
      section: "frameworks",
      notices: coverageHead(book.coverage, words).notices,
    },
    template: "framework-entry",
    view: {
      title,
      language,
      direction: directionOf(language),
      within: [
        { href: root + addresses.framework(framework.id), text: framework.title },
        ...node.within.map((one) => ({ href: book.linkTo(one, path), text: titleOf(one) })),
      ],
      isFirst: page === 1,
      text: node.title === null ? null : (node.text?.trim() ?? null),
      state,
      stateWords,
      note,
      href: book.linkTo(node, path),
      qualifications: entries.flatMap((one) => ("unit" in one ? [] : [forStepView(one, path, words)])),
      units: addressedBy(
        entries.flatMap((one) => ("unit" in one ? [one] : [])),
        words,
        linksFrom(path),
      ),
      pager: pagerOf(
        parts,
        page,
        (other) => root + addresses.entry(framework.id, node.id, other),
        (first) =>
          words("site.part", {
            page: parts.findIndex(({ entries: [own] }) => own === first) + 1,
            first: "unit" in first ? first.unit.title : first.qualification.title,
          }),
      ),
    },
  };
}
