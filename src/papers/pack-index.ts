import { briefCover } from "../documents/cover.ts";
import { type Document, defineDocument } from "../documents/define-document.ts";
import type { Words } from "../words/words.ts";
import type { Paper } from "./plan-papers.ts";

const audiences = ["learner", "assessor", "centre"] as const satisfies readonly Document["audience"][];

/** The page of a pack from which people find each paper. */
export function packIndex(papers: readonly Paper[]): Document {
  return defineDocument({
    id: "pack-index",
    audience: "centre",
    orientation: "portrait",
    view: (subject, words) => ({
      cover: briefCover("pack-index", subject, words),
      audiences: audiences.flatMap((audience) => {
        const own = papers.filter(({ document }) => document.audience === audience);
        return own.length === 0 ? [] : [{ heading: words(`pack.for.${audience}`), papers: rowsOf(own, words) }];
      }),
    }),
  });
}

/** A paper in a row, with each of its forms. */
function rowsOf(papers: readonly Paper[], words: Words) {
  const ids = [...new Set(papers.map(({ document }) => document.id))];
  return ids.map((id) => ({
    name: words(`document.${id}`),
    use: words(`pack.use.${id}`),
    forms: papers
      .filter(({ document }) => document.id === id)
      .map(({ path, format }) => ({
        // Beside the page itself.
        href: path.slice(path.indexOf("/") + 1),
        name: words(`pack.form.${format.id}`),
      })),
  }));
}
