import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { UserError } from "../../src/cli/user-error.ts";
import { contentHash } from "../../src/model/content-hash.ts";
import { check } from "../../src/workspace/check.ts";
import { Memory } from "../../src/workspace/memory.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { edits } from "../fuzz/edits.ts";
import { type Choose, chooser } from "../fuzz/random.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** Whatever happens to a workspace, a check that remembers the last one finds what a check from scratch finds. */

const unit = (id: string, verb: string, more = "") => `kind: unit
id: ${id}
title: Unit ${id}
reference: none
level: 3
credit: 2
guidedLearningHours: 10
totalUnitTime: 20
aim: Learners see how PPE is used.
learningOutcomes:
  - outcome: Know how ${id} works
    assessmentCriteria:
      - ${verb} how the tools of the trade are looked after
      - criterion: State two reasons for ${id}
        key: reasons
${more}`;

const qualification = (id: string, regulators: string) => `kind: qualification
id: ${id}
title: Award in ${id}
regulators: ${regulators}
level: 3
credit: 6
rulesOfCombination:
  groups:
    - { id: M, require: all, units: [a, b] }
    - { id: O, require: { units: { min: 1 } }, units: [c, d] }
  barred: [[c, d]]
waivers:
  - { rule: verb-fits-level, at: a/1.1, reason: Agreed., until: 2027-03-31 }
`;

const files: Files = {
  "qualspec.yaml": "format: 1\nhouse: { brand: brand }\nrules: { plain-language: off }\n",
  "q.yaml": qualification("q", "none"),
  "other.yaml": qualification("other", "[ofqual]"),
  "units/a.yaml": unit("a", "Explain", "    maps: { f: [one, two] }\n"),
  "units/b.yaml": unit("b", "Describe"),
  "units/c.yaml": unit("c", "Explain", "    # qualspec: accept level-spread until 2027-01-01: agreed\n"),
  "units/d.yaml": unit("d", "Outline"),
  "f.yaml":
    "kind: framework\nid: f\ntitle: F\nversion: '2'\nreplaces: old-f\nnodes: [{ id: one, title: One }, { id: two, title: Two }]\n",
  "old-f.yaml": "kind: framework\nid: old-f\ntitle: F\nversion: '1'\nnodes: [{ id: one, title: One }]\n",
  "brand/brand.yaml": 'footer: Example Awards\ncolours: { accent: "#0b4f6c" }\n',
  "brand/templates/partials/facts.hbs": "{{#each facts}}<p>{{label}}</p>{{/each}}\n",
  "brand/templates/styles/own.css": "h2 { color: #123456; }\n",
};

interface Step {
  readonly name: string;
  readonly run: (folder: string, choose: Choose) => void;
}

const settings = [
  "format: 1\n",
  "format: 1\nrules: { verb-fits-level: error, id-unique: off }\nhouse: { brand: brand }\n",
  "format: 1\nlanguage: cy\n",
  "format: 1\nspecs: [units]\n",
  "format: 1\nout: units\nhouse: { brand: brnd }\n",
  "format: 1\nvocabulary: { verbs: { explain: { from: 5 } } }\nhouse: { brand: brand }\n",
  "format: 9\n",
  "",
];

const steps: readonly Step[] = [
  ...Object.entries(edits).map(([name, edit]) => ({
    name,
    run: (folder: string, choose: Choose) => {
      const path = any(folder, choose);
      writeFileSync(path, edit(readFileSync(path, "utf8"), choose));
    },
  })),
  { name: "put a file back", run: (folder, choose) => putBack(folder, pick(Object.keys(files), choose)) },
  { name: "put everything back", run: (folder) => writeInto(folder, files) },
  { name: "delete a file", run: (folder, choose) => rmSync(any(folder, choose)) },
  {
    name: "save by putting another file in its place",
    run: (folder, choose) => {
      const path = any(folder, choose);
      writeFileSync(`${path}.tmp`, readFileSync(path, "utf8").replace(/Explain|Describe/u, "Evaluate"));
      renameSync(`${path}.tmp`, path);
    },
  },
  { name: "copy a file", run: (folder, choose) => cpSync(any(folder, choose), join(folder, "units", "copy.yaml")) },
  {
    name: "rename a file",
    run: (folder, choose) => {
      const path = any(folder, choose);
      renameSync(path, join(dirname(path), pick(["e.yaml", "d.yaml", "note.txt", "A.yaml.txt"], choose)));
    },
  },
  {
    name: "move a folder",
    run: (folder) => {
      if (existsSync(join(folder, "units"))) cpSync(join(folder, "units"), join(folder, "more"), { recursive: true });
      rmSync(join(folder, "units"), { recursive: true, force: true });
    },
  },
  { name: "delete a folder", run: (folder) => rmSync(join(folder, "brand"), { recursive: true, force: true }) },
  {
    name: "change the settings",
    run: (folder, choose) => writeFileSync(join(folder, "qualspec.yaml"), pick(settings, choose)),
  },
];

test("a check that remembers finds what a check from scratch finds", { timeout: 60_000 }, async () => {
  const choose = chooser(11);
  const folder = emptyFolder();
  writeInto(folder, files);
  const memory = new Memory();
  const found = new Set<string>();
  for (let round = 0; round < 40; round += 1) {
    const step = pick(steps, choose);
    step.run(folder, choose);
    memory.begin();
    const [kept, fresh] = [await look(folder, memory), await look(folder)];
    expect(kept, `after round ${round}: ${step.name}`).toBe(fresh);
    found.add(fresh);
    // Else little is left to look at after some time.
    if (round % 4 === 3) for (const name of Object.keys(files)) if (choose(2) === 0) putBack(folder, name);
  }
  expect(found.size).toBeGreaterThan(20);
});

test("what did not change is not read or made again", async () => {
  const folder = emptyFolder();
  writeInto(folder, files);
  const memory = new Memory();
  const units = async () => {
    memory.begin();
    const { workspaces } = await check(ioIn(folder), [], { memory });
    return new Map(workspaces[0]?.corpus.units.map((one) => [one.id, one]));
  };
  const before = await units();
  expect(memory.hasChanged()).toBe(false);
  writeFileSync(join(folder, "units", "b.yaml"), unit("b", "State"));
  expect(memory.hasChanged()).toBe(true);
  const after = await units();
  expect([...after].filter(([id, one]) => before.get(id) !== one).map(([id]) => id)).toEqual(["b"]);
});

/** Everything that a check answers, as a text. */
async function look(folder: string, memory?: Memory): Promise<string> {
  try {
    const checked = await check(ioIn(folder), [], memory === undefined ? {} : { memory });
    const { workspaces, findings, waived, waivers, ...rest } = checked;
    const inside = workspaces.map(({ asked, named, stoodBack, house, corpus }) => ({
      asked: [asked, named].map((all) => all.map(({ id }) => id)),
      hashes: corpus.qualifications.map((one) => contentHash(one)),
      stoodBack: [...stoodBack].map(([{ id }, rules]) => [id, ...rules]),
      brand: house.brand,
      templates: [...(house.templates?.compiled.keys() ?? [])],
    }));
    return JSON.stringify({ findings, waived, waivers, inside, ...rest }, unlinked, 1);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}

/** Files by their paths, and no models: they hold each other. */
function unlinked(key: string, value: unknown): unknown {
  if (key === "file") return (value as { path: string }).path;
  return ["spec", "origin", "root", "owner", "holder"].includes(key) ? undefined : value;
}

function any(folder: string, choose: Choose): string {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/u.test(name));
  if (all.length === 0) writeInto(folder, files);
  return join(folder, all.length === 0 ? "q.yaml" : pick(all.sort(), choose));
}

function putBack(folder: string, name: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), files[name] ?? "");
}

function pick<T>(all: readonly T[], choose: Choose): T {
  const one = all[choose(all.length)];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
}
