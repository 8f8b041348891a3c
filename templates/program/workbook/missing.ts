import type { MappedCriterion } from "../../../src/record/paper-map.ts";
import { criteriaOf } from "../../../src/record/paper-map.ts";
import { criterionId } from "../../../src/record/places.ts";
import { progressOf } from "../../../src/record/progress.ts";
import { ask } from "../shared/dialog.ts";
import { element, paragraph } from "../shared/element.ts";
import { plainText } from "../shared/plain.ts";
import type { Session } from "../shared/session.ts";
import { unknownReferences } from "./references.ts";

/** Everything that is still to be done, each a link to where it is done. */
export async function showMissing(session: Session): Promise<void> {
  const { say, paper, fields } = session;
  const record = session.record();
  const written = new Map(record.criteria.map((one) => [criterionId(one), one]));
  const isStale = (asked: MappedCriterion) => {
    const one = written.get(criterionId(asked));
    return one !== undefined && one.hash !== asked.hash && (one.answer !== null || one.evidence.length > 0);
  };
  const unknown = unknownReferences(record);
  const list = (found: readonly MappedCriterion[], more: (asked: MappedCriterion) => string = () => "") =>
    found.length === 0
      ? []
      : paper.map.units.flatMap((unit) => {
          const own = found.filter((asked) => asked.unit === unit.id);
          if (own.length === 0) return [];
          const links = own.map((asked) => element("li", {}, linkTo(asked), more(asked)));
          const title = paper.map.units.length > 1 ? [element("h4", {}, unit.title)] : [];
          return [...title, element("ul", {}, ...links)];
        });
  const linkTo = (asked: MappedCriterion) => {
    const id = fields.find(`${asked.field}.a`)[0]?.id ?? "";
    return element("a", { href: `#${id}` }, `${asked.number} ${plainText(asked.text)}`);
  };
  const section = (heading: string, nodes: readonly Node[]) =>
    nodes.length === 0 ? [] : [element("h3", {}, heading), ...nodes];

  const missing = progressOf(paper.map, record).units.flatMap(({ outcomes }) => outcomes.flatMap((one) => one.missing));
  const asked = criteriaOf(paper.map);
  const withoutEvidence = asked.filter((one) => {
    const found = written.get(criterionId(one));
    return found !== undefined && found.answer !== null && found.evidence.length === 0;
  });
  const parts = [
    ...section(say("missing.look"), list(asked.filter(isStale))),
    ...section(
      say("missing.references"),
      list(
        asked.filter((one) => unknown.has(criterionId(one))),
        (one) => `: ${unknown.get(criterionId(one))?.join(", ")}`,
      ),
    ),
    ...section(say("missing.none"), list(missing)),
    ...(withoutEvidence.length === 0
      ? []
      : section(say("missing.evidence"), [paragraph(say("missing.evidence-text")), ...list(withoutEvidence)])),
  ];
  const target = await ask<string>(say, {
    title: say("missing.title"),
    content: missing.length === 0 ? [say("missing.nothing"), ...parts] : parts,
    close: say("close"),
    onOpen: (end) => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>("dialog:last-of-type a")) {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          end(link.hash.slice(1));
        });
      }
    },
  });
  if (target === null) return;
  const field = document.getElementById(target);
  field?.closest(".criterion")?.scrollIntoView();
  field?.focus({ preventScroll: true });
}
