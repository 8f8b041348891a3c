import type { Files } from "../check-folder.ts";
import type { Choose } from "../fuzz/random.ts";

/** The file of a qualification that holds its units, laid out as the next number wills. */
export function oneFile(choose: Choose): string {
  const ids = idsFor(choose);
  const [dash, after] = [" ".repeat(choose(3) * 2), " ".repeat(1 + choose(3))];
  const within = `${dash} ${after}`;
  const gaps = choose(2) === 0 ? [choose(3)] : ids.map(() => choose(3));
  const list = ids.flatMap((id, at) => {
    const [first = "", ...more] = unitLines(choose, id);
    const empty = gaps[at] ?? gaps[0] ?? 0;
    // Below a text that keeps its end every empty line would belong to it.
    return [
      ...Array<string>(at > 0 && keepsEnd(ids[at - 1] ?? "") ? 0 : empty).fill(""),
      ...comments(choose, "about").map((line) => (line === "" ? "" : dash + line)),
      `${dash}-${after}${first}`,
      ...more.map((line) => (line === "" ? "" : within + line)),
    ];
  });
  const units = [`units:${choose(3) === 0 ? " # the units" : ""}`, ...list];
  const named = choose(2) === 0 ? ids : ids.toSorted();
  const keys = qualificationKeys(choose, named);
  const at = choose(3) === 0 ? 4 + choose(keys.length - 3) : keys.length;
  const below = [...comments(choose, "below the units").map((line) => (line === "" ? "" : ` ${line}`))];
  const blocks = keys.toSpliced(at, 0, [...units, ...(choose(3) === 0 ? below : [])]);
  return saved(choose, blocks, ids);
}

/** A workspace in which the units of a qualification stand in files of their own. */
export function severalFiles(choose: Choose): Files {
  // Nothing may follow a text that keeps its end.
  const ids = ["c-keeps", "a", "b"].slice(choose(3) === 0 ? 0 : 1, 2 + choose(2));
  const units = ids.map((id) => {
    const lines = [...comments(choose, "about"), "kind: unit", ...unitLines(choose, id)];
    return [`units/${id}.yaml`, `${lines.join("\n")}\n`] as const;
  });
  const keys = qualificationKeys(choose, ids);
  const marker = "# qualspec bundle writes the units here (spaces before the dash: 4) # the units";
  const blocks = choose(3) === 0 ? keys.toSpliced(5, 0, [marker]) : keys;
  const text = saved(choose, blocks, ids);
  const isWindows = text.includes("\r\n");
  const files = units.map(([path, written]) => [path, isWindows ? written.replaceAll("\n", "\r\n") : written] as const);
  return { "qualspec.yaml": "format: 1\n", "units/.keep": "", "q.yaml": text, ...Object.fromEntries(files) };
}

function idsFor(choose: Choose): readonly string[] {
  const ids = ["a", "b", "c-keeps", "d"].slice(0, 1 + choose(4));
  const turn = choose(ids.length);
  return [...ids.slice(turn), ...ids.slice(0, turn)];
}

function keepsEnd(id: string): boolean {
  return id.endsWith("keeps");
}

function qualificationKeys(choose: Choose, ids: readonly string[]): readonly (readonly string[])[] {
  return [
    ["kind: qualification", "id: q"],
    ['title: "Q: a # title"'],
    [...comments(choose, "the level"), "level: 2 # two"],
    ["rulesOfCombination:", "  groups:", `    - { id: M, require: all, units: [${ids.join(", ")}] } # all`],
    ...(choose(2) === 0 ? [["language: cy"]] : []),
    ["progression: |", "  Paragraph one.", "", "  Paragraph two. # no comment"],
    [...comments(choose, "the retired"), "retired: [z]"],
  ];
}

/** A unit without its kind, from the margin. */
function unitLines(choose: Choose, id: string): readonly string[] {
  const parts = [
    [`id: ${id}${choose(2) === 0 ? " # its id" : ""}`],
    [...comments(choose, "the title"), 'title: "A title', '  # and more"'.replace("# ", "")],
    ["aim: >-", "  Folded,", "    deeper", "", "  # no comment"],
    [
      "learningOutcomes:",
      "  - outcome: Know it # well",
      "    # of one outcome",
      "    assessmentCriteria: [",
      "      State it ]",
    ],
    ...(choose(3) === 0 ? [["level: 2", "", "credit: 2"]] : []),
  ];
  const last = keepsEnd(id)
    ? ["glossary:", "  - term: Term", "    meaning: |+", "      Kept", ""]
    : choose(2) === 0
      ? ["glossary:", "  - term: Term", "    meaning: |", "      Text"]
      : ["retired: []"];
  const tail = keepsEnd(id) ? [] : trimmed(comments(choose, "the end").map((line, at) => " ".repeat(at * 2) + line));
  return [...parts.flat(), ...last, ...tail.map((line) => line.trimEnd())];
}

/** None, one, or two with an empty line between or below. */
function comments(choose: Choose, about: string): readonly string[] {
  const all = [[], [], [`# ${about}`], [`# ${about}`, "", `# more of ${about}`], [`# ${about}`, ""]];
  return all[choose(all.length)] ?? [];
}

function trimmed(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}

/** Blocks with empty lines between all, some or none, as one of the systems saves them. */
function saved(choose: Choose, blocks: readonly (readonly string[])[], ids: readonly string[]): string {
  const apart = choose(3);
  const lines = blocks.flatMap((block, at) => [
    ...(at > 0 && (apart === 0 || (apart === 1 && choose(2) === 0)) ? [""] : []),
    ...block,
  ]);
  const isKept = keepsEnd(ids.at(-1) ?? "");
  const end = isKept ? "\n" : (["\n", "\n", "", "\n\n", "\n# the end of the file\n"][choose(5)] ?? "");
  const text = lines.join("\n") + end;
  const mark = choose(4) === 0 ? "\ufeff" : "";
  return mark + (choose(3) === 0 ? text.replaceAll("\n", "\r\n") : text);
}
