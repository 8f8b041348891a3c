import { buildUnit } from "../../src/model/build-unit.ts";
import type { Criterion, Unit } from "../../src/model/types.ts";
import type { InlineUnitShape } from "../../src/schema/shapes.ts";
import type { SpecFile } from "../../src/source/spec-file.ts";
import { type Choose, chooser } from "../fuzz/random.ts";

/** A criterion of which the script knows, whatever becomes of it, that it is this one. */
export interface TrueCriterion {
  readonly tag: number;
  readonly text: string;
  readonly key: string;
}

interface TrueOutcome {
  readonly tag: number;
  readonly text: string;
  readonly key: string;
  readonly criteria: readonly TrueCriterion[];
}

interface TrueUnit {
  readonly id: string;
  readonly title: string;
  readonly outcomes: readonly TrueOutcome[];
}

export interface Script {
  readonly before: readonly TrueUnit[];
  readonly after: readonly TrueUnit[];
  /** What was done, for whoever reads a failure. */
  readonly edits: readonly string[];
  /** The criteria that have another wording. */
  readonly reworded: ReadonlySet<number>;
}

const verbs =
  "Explain Describe Outline Analyse Evaluate Compare Identify Justify Summarise Review Plan Demonstrate".split(" ");
const nouns =
  "allergen apron archive audit bakery battery beam bearing bench bicycle binding blanket boiler border brace brick bridge brush budget cabin cable camera canvas carbon carpet casting ceiling cement charter chisel circuit clamp clay client climate clinic colour column compost concrete contract copper corridor crane crop curtain customer dairy data debt delivery dough drainage drawing dust dye engine envelope fabric farm fence fertiliser festival filter flour footing forecast forest foundry frame freight frost furnace garden glaze grain gravel habitat hammer harvest hazard heating hedge hinge hygiene insurance invoice joint journey kiln ladder lantern laundry lawn leather ledger lever licence lime loan machine magnet market mast meadow medicine metal mirror mortar nursery orchard oven packaging paint panel parcel paste pattern pavement permit pigment pipe plaster plough policy pollen pond poster pottery pump quarry radiator railway recipe record repair reservoir ribbon rivet roof rope rota saddle safety sail salary sample sawdust scaffold sculpture seam seed sensor sewage shelter shrub signal silk slate soil solder spindle stable statue steam stone storage studio supplier survey switch tax telescope thread tile timber tool tractor traffic treaty tunnel turbine valve varnish vehicle vessel visitor wage wardrobe waste water weaving welding wheat wheel window wiring wool workshop yarn".split(
    " ",
  );

/** A random specification, and what became of it after some edits; `edits` of them, or as many as there is room for. */
export function randomScript(seed: number, most: number): Script {
  const choose = chooser(seed);
  let tag = 0;
  const draw = () => {
    const words = new Set<string>();
    while (words.size < 6) words.add(nouns[choose(nouns.length)] ?? "");
    return [...words];
  };
  const drawn: (readonly string[])[] = [];
  // What shares half of its nouns with another sentence might as well be that one in other words.
  const isAnother = (words: readonly string[]) =>
    drawn.every((other) => words.filter((word) => other.includes(word)).length < 3);
  const sentence = () => {
    let words = draw();
    while (!isAnother(words)) words = draw();
    drawn.push(words);
    const [a, b, c, d, e, f] = words;
    return `${verbs[choose(verbs.length)]} how the ${a} and ${b} affect a ${c} ${d} when the ${e} needs ${f}`;
  };
  const criterion = (): TrueCriterion => ({ tag: ++tag, text: sentence(), key: `k${tag}` });
  /** Two that are nearly the same, as authors write them, and are two all the same. */
  const alike = new Set<number>();
  const twins = (): readonly TrueCriterion[] => {
    const one = criterion();
    const [a, b] = draw();
    const other = { ...criterion(), text: one.text.replace(/how the \w+ and \w+/u, `how the ${a} and ${b}`) };
    alike.add(one.tag).add(other.tag);
    return [one, other];
  };
  const outcome = (): TrueOutcome => ({
    tag: ++tag,
    text: `Understand ${draw().slice(0, 4).join(" and ")}`,
    key: `o${tag}`,
    criteria: [...Array.from({ length: 2 + choose(3) }, criterion), ...(choose(2) === 0 ? twins() : [])],
  });
  const unit = (): TrueUnit => ({
    id: `u${++tag}`,
    title: `Working with ${draw().slice(0, 3).join(" ")}`,
    outcomes: Array.from({ length: 2 + choose(3) }, outcome),
  });
  const before = Array.from({ length: 2 + choose(4) }, unit);
  const edits: string[] = [];
  const reworded = new Set<number>();
  const touched = new Set<number>();
  let after: readonly TrueUnit[] = before;
  const each = (change: (all: readonly TrueCriterion[], outcome: TrueOutcome) => readonly TrueCriterion[]) => {
    after = after.map((one) => ({
      ...one,
      outcomes: one.outcomes.map((own) => ({ ...own, criteria: change(own.criteria, own) })),
    }));
  };
  for (let count = 0; count < most; count += 1) {
    const outcomes = after.flatMap((one) => one.outcomes);
    const home = outcomes[choose(outcomes.length)];
    const one = home?.criteria[choose(home.criteria.length)];
    if (home === undefined || one === undefined || touched.has(one.tag)) continue;
    touched.add(one.tag);
    const away = outcomes[choose(outcomes.length)];
    const put = (what: TrueCriterion, into: TrueOutcome | undefined) => {
      each((all, own) => {
        const left = all.filter(({ tag: other }) => other !== what.tag);
        return own.tag === into?.tag ? left.toSpliced(choose(left.length + 1), 0, what) : left;
      });
    };
    const reword = (text: string) => {
      reworded.add(one.tag);
      each((all) => all.map((other) => (other.tag === one.tag ? { ...other, text } : other)));
    };
    const kinds = ["reword", "reword", "swap", "add", "remove", "replace", "move", "rename", "carry"];
    // Of two that are alike, one that goes and one that is reworded could not be told apart by anybody.
    const kind = kinds[choose(alike.has(one.tag) ? 3 : kinds.length)];
    edits.push(`${kind} ${one.tag}: ${one.text}`);
    if (kind === "reword") reword(inOtherWords(choose(2) === 0 ? inOtherWords(one.text, choose) : one.text, choose));
    else if (kind === "add") {
      const fresh = criterion();
      touched.add(fresh.tag);
      put(fresh, home);
    } else if (kind === "remove") put(one, undefined);
    else if (kind === "replace") {
      const fresh = criterion();
      touched.add(fresh.tag);
      each((all) => all.map((other) => (other.tag === one.tag ? fresh : other)));
    } else if (kind === "move") put(one, away);
    else if (kind === "swap") put(one, home);
    else if (kind === "carry") {
      // It goes elsewhere, and is touched up there.
      put(one, away);
      reword(touchedUp(one.text, choose));
    } else after = after.map((own) => (own.outcomes.includes(home) ? { ...own, id: `${own.id}-x` } : own));
  }
  return { before, after, edits, reworded };
}

/** Another verb, or a word more. */
function touchedUp(text: string, choose: Choose): string {
  const verb = verbs.find((other) => !text.startsWith(other)) ?? "";
  return choose(2) === 0 ? text.replace(/^\w+/u, verb) : `${text} badly`;
}

/** The same sentence in other words, such that a reader knows it again. */
function inOtherWords(text: string, choose: Choose): string {
  const word = () => nouns[choose(nouns.length)] ?? "";
  const ways: readonly (() => string)[] = [
    () => text.replace(/^\w+/u, () => verbs[choose(verbs.length)] ?? ""),
    () => text.replace(/(how the )\w+/u, (_, how: string) => how + word()),
    () => text.replace("affect a", "change what becomes of any"),
    () => `${text}, and say what follows for the ${word()}`,
    () => text.replace(/^(\w+) how (.*) when (.*)$/u, "When $3, $1 in which way $2"),
    () => text.replace(/\w+$/u, word).replace(/^\w+/u, () => verbs[choose(verbs.length)] ?? ""),
  ];
  const made = ways[choose(ways.length)]?.() ?? text;
  return made === text ? `${text} or ${word()}` : made;
}

export interface Built {
  readonly units: readonly Unit[];
  readonly tagOf: ReadonlyMap<Criterion, number>;
}

/** As models, with keys or without. */
export function build(units: readonly TrueUnit[], hasKeys: boolean): Built {
  const tagOf = new Map<Criterion, number>();
  const built = units.map((one) => {
    const key = (own: { readonly key: string }) => (hasKeys ? { key: own.key } : {});
    const source: InlineUnitShape = {
      id: one.id,
      title: one.title,
      learningOutcomes: one.outcomes.map((outcome) => ({
        outcome: outcome.text,
        ...key(outcome),
        assessmentCriteria: outcome.criteria.map((criterion) => ({ criterion: criterion.text, ...key(criterion) })),
      })),
    };
    const unit = buildUnit(nowhere, [], source, "en-GB");
    for (const [at, { criteria }] of unit.outcomes.entries())
      for (const [place, criterion] of criteria.entries())
        tagOf.set(criterion, one.outcomes[at]?.criteria[place]?.tag ?? -1);
    return unit;
  });
  return { units: built, tagOf };
}

// Comparing models never asks where they are written.
export const nowhere = {} as SpecFile;
