import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Applied } from "../waivers/apply-waivers.ts";
import { commentMark } from "../waivers/comment-mark.ts";
import type { JudgedWaiver } from "../waivers/waiver.ts";

/** Takes out what the specifications' waivers cover; what does it is loaded only where there is one. */
export async function applyOwnWaivers(
  corpus: Corpus,
  findings: readonly Diagnostic[],
  today: string,
): Promise<Applied> {
  if (!mayWaive(corpus)) return { findings, waived: [], waivers: [] };
  const { applyWaivers } = await import("../waivers/apply-waivers.ts");
  return applyWaivers(corpus, findings, today);
}

/** Waivers as reports list them: by file and place. */
export function inOrder(waivers: readonly JudgedWaiver[]): readonly JudgedWaiver[] {
  const path = ({ waiver }: JudgedWaiver) => waiver.place.file.path;
  return [...waivers].sort((a, b) => {
    if (path(a) !== path(b)) return path(a) < path(b) ? -1 : 1;
    return a.waiver.place.start - b.waiver.place.start;
  });
}

function mayWaive({ qualifications, units, frameworks }: Corpus): boolean {
  return [...qualifications, ...units, ...frameworks].some(
    ({ source, origin }) => (source.waivers?.length ?? 0) > 0 || commentMark.test(origin.spec.source.text),
  );
}
