import type { Described } from "../diff/describe.ts";
import type { Overview, Section } from "../diff/overview.ts";
import type { Mark } from "../diff/word-marks.ts";
import { capitalise } from "../text/words.ts";
import type { Words } from "../words/words.ts";

/** A comparison as pages print it: a section for each thing that changes are in, a row for each change. */
export function changeSections(sections: readonly Section[], words: Words) {
  return sections.map(({ heading, shared, changes }, at) => ({
    id: `changes-${at + 1}`,
    heading,
    shared,
    changes: changes.map((change) => changeRow(change, words)),
  }));
}

/** Of each class how many changes there are, and what that means. */
export function changeCounts(counts: Overview["counts"]) {
  return counts.map(({ name, count, means }) => ({ name, count: String(count), means }));
}

function changeRow(described: Described, words: Words) {
  const { class: touched, title, effect, before, after, note, about } = described;
  return {
    title,
    about,
    note,
    whom: words(`diff.class.${touched}`),
    effect: effect === null ? null : capitalise(effect),
    before: before === null ? null : piecesOf(before),
    after: after === null ? null : piecesOf(after),
  };
}

/** Spaces stand outside of marks: at the edges of an element pages have none. */
function piecesOf(marks: readonly Mark[]) {
  return marks.flatMap(({ kind, text }) => {
    const words = text.trim();
    if (kind === "same" || words === "") return [{ text, isGone: false, isNew: false }];
    const [space, rest] = [text.slice(0, text.indexOf(words)), text.slice(text.indexOf(words) + words.length)];
    const edge = (own: string) => (own === "" ? [] : [{ text: own, isGone: false, isNew: false }]);
    return [...edge(space), { text: words, isGone: kind === "gone", isNew: kind === "new" }, ...edge(rest)];
  });
}
