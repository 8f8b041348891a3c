import { addressOf, type Mention, type Name, placeOfName, type SoundFile } from "../../references/mention.ts";
import { mentionsIn } from "../../references/mentions.ts";
import { definitionsAt } from "../../references/references.ts";
import { whyMalformed } from "../../schema/well-formed.ts";
import { suggest } from "../../text/suggest.ts";
import { code, joinWords } from "../../text/words.ts";
import { type Renamed, type Retiring, renameEdits } from "./rename-edits.ts";
import { whereRetired } from "./retired.ts";

export interface RenameWish {
  /** `dl1`, or `unit#key`, `framework#entry`, `qualification#group` and `qualification#pathway`. */
  readonly address: string;
  readonly to: string;
  /** Whether the old name is kept from coming back; `published` where papers with it have been issued. */
  readonly retire: Retiring;
}

/** What is to be done, or in words for people why nothing can be. */
export type Planned = { readonly rename: Renamed } | { readonly refusal: string };

/** Everything that gives a thing another name in these files, which are all of its workspace. Nothing is written. */
export function planRename(files: readonly SoundFile[], wish: RenameWish): Planned {
  const mentions = mentionsIn(files);
  const defined = definitionsAt(mentions, wish.address);
  const [name, other] = defined;
  if (name === undefined) return refuse(unknown(wish.address, mentions));
  if (other !== undefined) return refuse(several(wish.address, defined));
  const to = name.within === null ? wish.to : wish.to.replace(new RegExp(`^${name.within}#`, "u"), "");
  const refusal = whyNot(name, to, files, mentions);
  return refusal === null ? renameEdits(files, mentions, name, to, wish.retire) : refuse(refusal);
}

function refuse(refusal: string): Planned {
  return { refusal };
}

function unknown(address: string, mentions: readonly Mention[]): string {
  const definitions = mentions.filter(({ isDefinition }) => isDefinition);
  const inside = definitions.find(({ within, id }) => within !== null && id === address);
  if (inside !== undefined) {
    return `Unknown id ${code(address)}, expected that of a specification; for the ${wordOf(inside.of)} write ${code(addressOf(inside))}`;
  }
  const [, stem] = /([^/\\]+)\.ya?ml$/u.exec(address) ?? [];
  if (stem !== undefined && definitions.some(({ within, id }) => within === null && id === stem)) {
    return `Unexpected file ${code(address)}, expected an id; write ${code(stem)}`;
  }
  const isInside = address.includes("#");
  const near = definitions.filter(({ within }) => (within !== null) === isInside).map(addressOf);
  const meant = suggest(address, near);
  const how = meant === null ? `${code("qualspec list")} shows what there is` : `did you mean ${code(meant)}?`;
  return `Unknown id ${code(address)}; ${how}`;
}

function several(address: string, defined: readonly Mention[]): string {
  const places = defined.map((one) => `${wordOf(one.of)} in ${code(positionOf(one))}`);
  return `Unexpected ${code(address)}, which names several things: ${joinWords(places)}; give each a name of its own in its file first`;
}

/** Why a name cannot be given; null where it can. */
function whyNot(name: Mention, to: string, files: readonly SoundFile[], mentions: readonly Mention[]): string | null {
  const { of, within } = name;
  const malformed = whyMalformed(of === "part" ? "key" : of === "group" || of === "pathway" ? "label" : "id", to);
  if (malformed !== null) return `Unexpected name ${code(to)} for the ${wordOf(of)}, ${malformed}`;
  if (to === name.id) return `Unexpected ${code(to)} twice, expected another name; the ${wordOf(of)} has this one`;
  const taken = mentions.find(
    (one) =>
      one.isDefinition &&
      one.within === within &&
      (within === null || one.of === of) &&
      one.id.toLowerCase() === to.toLowerCase() &&
      one.id !== name.id,
  );
  if (taken !== undefined) {
    return `Unexpected ${code(to)}, which the ${wordOf(taken.of)} in ${code(positionOf(taken))} is called already; choose another name`;
  }
  const retired = whereRetired(files, name, to);
  return retired === null
    ? null
    : `Unexpected ${code(to)}, which is retired in ${code(retired)} and may not come back; choose another name, or, where no paper was ever issued with it, take it out of ${code("retired")} there`;
}

/** "units/dl1.yaml:2" */
function positionOf(one: Mention): string {
  const { file, start } = placeOfName(one);
  return `${file.path}:${file.positionAt(start).line}`;
}

/** What people call a thing that has such a name. */
export function wordOf(of: Name["of"]): string {
  switch (of) {
    case "part":
      return "outcome or criterion";
    case "entry":
      return "entry of a framework";
    default:
      return of;
  }
}
