import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import { criterionNumber, outcomeNumber } from "../model/numbering.ts";
import type { Entry } from "../source/entries.ts";
import type { Path } from "../source/spec-file.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import type { PlacedText } from "./placed-text.ts";

/** What a file is made of, as a tree: groups with their units, outcomes with their criteria, entries in entries. */
export function outline(file: KnownFile, placed: PlacedText, around: Lookout): readonly DocumentSymbol[] {
  const tree = new Written(file, placed);
  switch (file.kind) {
    case "unit":
      return outcomesIn(tree, []);
    case "qualification":
      return [...groupsIn(tree, around), ...unitsIn(tree)];
    case "framework":
      return nodesIn(tree, []);
    default:
      return tree.keys([]);
  }
}

function groupsIn(tree: Written, { files }: Lookout): readonly DocumentSymbol[] {
  const titles = new Map(files.flatMap((one) => one.declared()).map(({ id, title }) => [id.toLowerCase(), title]));
  return ["groups", "pathways"].flatMap((list) =>
    tree.items(["rulesOfCombination", list]).flatMap((path) => {
      const units = tree.items([...path, list === "groups" ? "units" : "groups"]);
      const children = units.flatMap((one) => {
        const id = tree.text(one);
        return tree.symbol(one, one, id, titles.get(id.toLowerCase()) ?? "", SymbolKind.Interface, []);
      });
      const name = tree.text([...path, "id"]);
      return tree.symbol(path, [...path, "id"], name, tree.text([...path, "title"]), SymbolKind.Namespace, children);
    }),
  );
}

function unitsIn(tree: Written): readonly DocumentSymbol[] {
  return tree.items(["units"]).flatMap((path) => {
    const name = tree.text([...path, "id"]);
    const title = tree.text([...path, "title"]);
    return tree.symbol(path, [...path, "id"], name, title, SymbolKind.Class, outcomesIn(tree, path));
  });
}

function outcomesIn(tree: Written, unit: Path): readonly DocumentSymbol[] {
  const patterns = [...unit, "numbering"];
  const [forOutcomes, forCriteria] = [tree.text([...patterns, "outcome"]), tree.text([...patterns, "criterion"])];
  const numbering = {
    ...(forOutcomes === "" ? {} : { outcome: forOutcomes }),
    ...(forCriteria === "" ? {} : { criterion: forCriteria }),
  };
  return tree.items([...unit, "learningOutcomes"]).flatMap((path, at) => {
    const given = tree.text([...path, "number"]);
    const number = given === "" ? outcomeNumber(numbering, at) : given;
    const criteria = tree.items([...path, "assessmentCriteria"]).flatMap((one, place) => {
      const own = tree.text([...one, "number"]);
      const printed = own === "" ? criterionNumber(numbering, place, number) : own;
      const text = tree.has([...one, "criterion"]) ? [...one, "criterion"] : one;
      return tree.symbol(one, text, `${printed} ${tree.text(text)}`, "", SymbolKind.Property, []);
    });
    const text = [...path, "outcome"];
    return tree.symbol(path, text, `${number} ${tree.text(text)}`, "", SymbolKind.Method, criteria);
  });
}

function nodesIn(tree: Written, above: Path): readonly DocumentSymbol[] {
  return tree.items([...above, "nodes"]).flatMap((path) => {
    const id = tree.text([...path, "id"]);
    const title = tree.text([...path, "title"]);
    const detail = title === "" ? tree.text([...path, "type"]) : title;
    return tree.symbol(path, [...path, "id"], id, detail, SymbolKind.Class, nodesIn(tree, path));
  });
}

/** What is written, by its path: a class because the table is made once. */
class Written {
  readonly #entries = new Map<string, Entry>();
  readonly #keys: readonly Entry[];
  readonly #sizes = new Map<string, number>();
  readonly #placed: PlacedText;

  constructor(file: KnownFile, placed: PlacedText) {
    this.#placed = placed;
    this.#keys = file.entries().filter(({ part }) => part === "key");
    for (const entry of file.entries()) {
      if (entry.part === "key") continue;
      this.#entries.set(JSON.stringify(entry.path), entry);
      const last = entry.path.at(-1);
      if (typeof last === "number") this.#sizes.set(JSON.stringify(entry.path.slice(0, -1)), last + 1);
    }
  }

  /** The paths of the items of a list. */
  items(path: Path): readonly Path[] {
    return Array.from({ length: this.#sizes.get(JSON.stringify(path)) ?? 0 }, (_, at) => [...path, at]);
  }

  has(path: Path): boolean {
    return this.#entries.has(JSON.stringify(path));
  }

  text(path: Path): string {
    return (this.#entries.get(JSON.stringify(path))?.value ?? "").replace(/\s+/gu, " ").trim();
  }

  /** The keys of a map that is no specification. */
  keys(path: Path): readonly DocumentSymbol[] {
    return this.#keys
      .filter((one) => one.path.length === path.length + 1)
      .flatMap((one) => this.symbol(one.path, one.path, one.value, "", SymbolKind.Key, []));
  }

  /** Nothing where it is not written. @param shown where its name stands */
  symbol(
    path: Path,
    shown: Path,
    name: string,
    detail: string,
    kind: SymbolKind,
    children: readonly DocumentSymbol[],
  ): readonly DocumentSymbol[] {
    const whole = this.#entries.get(JSON.stringify(path));
    if (whole === undefined) return [];
    const named = this.#entries.get(JSON.stringify(shown)) ?? whole;
    const [start, end] = [whole.start, this.#endOf(whole)];
    const nameEnd = Math.min(this.#endOf(named), end);
    return [
      {
        name: name === "" ? "?" : name,
        detail,
        kind,
        range: this.#placed.range(start, end),
        selectionRange: this.#placed.range(Math.max(named.start, start), Math.max(nameEnd, start)),
        children: [...children],
      },
    ];
  }

  /** Without the blank lines behind it. */
  #endOf({ start, end }: Entry): number {
    return start + this.#placed.text.slice(start, end).trimEnd().length;
  }
}
