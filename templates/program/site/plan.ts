import type { Structure } from "../../../src/routes/structure.ts";
import { island, loadScript, readIsland, sayFrom } from "./load.ts";
import { type Ask, askWith } from "./plan/ask.ts";
import { readPicks } from "./plan/picks.ts";
import { Verdict } from "./plan/verdict.ts";

/** What the page of a qualification tells its planner. */
interface Plan {
  readonly structure: Structure;
  /** The rules in words, each with the beginning of its place. */
  readonly rules: readonly { readonly at: string; readonly text: string }[];
  /** Units that are in every choice. */
  readonly fixed: readonly string[];
}

const { root, say: phrases } = island();
const { structure, rules, fixed } = readIsland<Plan>("plan");
const picks = readPicks(fixed);
const verdict = new Verdict(structure, rules, picks, sayFrom(phrases));

let ask: Ask | null = null;
/** Under the pathway that is chosen only what that one asks for counts. */
const underPathway = (): Structure => {
  const pathway = picks.pathway();
  if (pathway === "") return structure;
  return { ...structure, pathways: structure.pathways.filter(({ id }) => id === pathway) };
};
const update = () => {
  const chosen = picks.chosen();
  verdict.begin(chosen);
  ask?.(underPathway(), chosen);
};
picks.onChange(update);
loadScript(`${root}assets/judge.js`);
const script = document.head.lastElementChild;
script?.addEventListener("load", () => {
  const work = globalThis.qualspecWork;
  if (work === undefined) return;
  ask = askWith(work, (answer) => verdict.show(answer));
  update();
});
update();
