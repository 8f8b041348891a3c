import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { environment, runQualspec } from "../run-qualspec.ts";
import { copyWorkspace, sharedFolder, specsFolder, starterFolder } from "./build-papers.ts";
import { buildPdf } from "./build-pdf.ts";
import { describeInPdf, qpdf } from "./qpdf.ts";
import { readPdf, type Tag } from "./read-pdf.ts";

const folder = sharedFolder();
afterAll(folder.remove);

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A qualification of one unit, under a name of its own. */
const workspace = (name: string) => {
  const path = join(folder.path, name);
  if (!existsSync(path)) copyWorkspace(starterFolder, path);
  return path;
};

function all(tree: readonly Tag[], type: string): readonly Tag[] {
  return tree.flatMap((tag) => [...(tag.type === type ? [tag] : []), ...all(tag.children, type)]);
}

describeInPdf("papers in PDF", () => {
  test("are sound, and programs can read them", { timeout: 120_000 }, () => {
    const made = buildPdf(workspace("starter"), join(folder.path, "out"));
    expect(made.map(({ document }) => document).sort()).toEqual(documents.map(({ id }) => id).sort());
    for (const { name, document, path } of made) {
      expect(qpdf("--check", path), name).toContain("No syntax or stream encoding errors");
      const paper = readPdf(path);
      expect(paper, name).toMatchObject({ language: "en-GB", isMarked: true, showsTitle: true, foreignFonts: [] });
      expect(paper.metadata, name).toContain("<pdfuaid:part>1</pdfuaid:part>");
      expect(paper.bookmarks.length, name).toBe(1);
      expect(paper.bookmarks[0]?.children.length, name).toBeGreaterThan(1);
      expect(all(paper.tree, "H1").length, name).toBe(1);
      const tables = all(paper.tree, "Table");
      expect(tables.length, name).toBeGreaterThan(0);
      for (const table of tables) {
        const heads = all([table], "TH");
        expect(heads.length, `${name}: ${table.text.slice(0, 60)}`).toBeGreaterThan(0);
        expect(new Set(heads.map(({ scope }) => scope)), name).not.toContain(null);
        const widths = new Set(all([table], "TR").map(({ children }) => children.length));
        expect(widths.size, `${name}: ${table.text.slice(0, 60)}`).toBe(1);
      }
      for (const list of all(paper.tree, "L"))
        expect(new Set(list.children.map(({ type }) => type))).toEqual(new Set(["LI"]));
      const isLandscape = documents.find(({ id }) => id === document)?.orientation === "landscape";
      for (const [at, page] of paper.pages.entries()) {
        expect(page.width > page.height, name).toBe(isLandscape);
        expect(page.unmarked, name).toBe(0);
        expect(page.text, name).toContain(`Page ${at + 1} of ${paper.pages.length}`);
        expect(page.text, name).toMatch(/version .* · [0-9a-f]{12}/u);
      }
    }
  });

  test("have a contents list with the numbers of sheets where the web page has one", () => {
    const [made] = buildPdf(workspace("starter"), join(folder.path, "contents"), { documents: ["learner-workbook"] });
    const { tree, pages } = readPdf(made?.path ?? "");
    const entries = all(tree, "TOCI").map(({ text }) => text.replace(/[\s.]+/gu, " ").trim());
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) {
      const [, title = "", number = ""] = /^(.*) (\d+)$/u.exec(entry) ?? [];
      expect(pages[Number(number) - 1]?.text.replace(/\s+/gu, " "), entry).toContain(title);
    }
  });

  test("are the same, byte for byte, in another folder, on another day and in another time zone", () => {
    const chosen = ["assessor-checklist", "witness-testimony", "unit-guide"];
    const later =
      "const D = Date; globalThis.Date = class extends D { constructor(...a) { super(...(a.length ? a : [4e12])); } static now() { return 4e12; } };";
    const env = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`,
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      // Where Linux looks for the fonts of the machine: there are none.
      FONTCONFIG_FILE: join(folder.path, "no-fonts.conf"),
    };
    writeFileSync(env.FONTCONFIG_FILE, "<fontconfig></fontconfig>");
    const bytes = (files: ReturnType<typeof buildPdf>) =>
      files.map(({ name, path }) => [name, readFileSync(path).toString("base64")]);
    const first = buildPdf(workspace("starter"), join(folder.path, "first"), { documents: chosen });
    const second = buildPdf(workspace("another place"), join(folder.path, "second"), { documents: chosen, env });
    expect(first.length).toBe(chosen.length);
    expect(bytes(second)).toEqual(bytes(first));
    for (const { path } of first) expect(readFileSync(path, "latin1")).not.toMatch(/CreationDate|ModDate|CreateDate/u);
  });

  test("are made of the largest qualification that is shipped", { timeout: 120_000 }, () => {
    copyWorkspace(specsFolder, join(folder.path, "specs"));
    const made = buildPdf(join(folder.path, "specs"), join(folder.path, "large"), {
      documents: ["assessor-checklist"],
    });
    expect(made.length).toBe(3);
    for (const { name, path } of made) {
      expect(qpdf("--check", path), name).toContain("No syntax or stream encoding errors");
    }
  });
});

/** The command as it is installed, with what stands beside it in its node_modules and nothing else. */
function installAlone(name: string): string {
  const place = join(folder.path, name);
  mkdirSync(place, { recursive: true });
  for (const part of ["bin", "dist", "package.json"]) cpSync(join(root, part), join(place, part), { recursive: true });
  return place;
}

const engine = "@myriaddreamin/typst-ts-node-compiler";

function buildAlone(place: string, to: string) {
  const out = join(place, "out");
  const args = ["build", workspace("starter"), "--to", to, "--out", out, "--document", "witness-testimony"];
  const ran = spawnSync(process.execPath, [join(place, "bin", "qualspec.js"), ...args], {
    cwd: place,
    env: environment(),
    encoding: "utf8",
  });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr, isMade: existsSync(out) };
}

test("without the engine there is one line that says what to type, and nothing is written", () => {
  const { code, stderr, stdout, isMade } = buildAlone(installAlone("alone"), "html,pdf");
  expect(stderr).toBe(
    `Nothing was built: PDF needs an engine that is not installed with qualspec; type \`npm install --global ${engine}@0.7.0\` (without \`--global\` where qualspec itself is installed in a project), then build again\n`,
  );
  expect({ code, stdout, isMade }).toEqual({ code: 3, stdout: "", isMade: false });
});

test("the version of the engine that people are told to install is the one that is tested", () => {
  expect(readFileSync(join(root, ".ci", "run"), "utf8")).toContain(
    `npm install --no-save --no-audit --no-fund ${engine}@0.7.0`,
  );
});

test("an engine for another machine is no bug of ours", () => {
  const place = installAlone("broken");
  const broken = join(place, "node_modules", engine);
  mkdirSync(broken, { recursive: true });
  writeFileSync(join(broken, "package.json"), JSON.stringify({ name: engine, main: "index.js" }));
  writeFileSync(join(broken, "index.js"), 'throw new Error("Failed to load native binding");');
  const { code, stderr, isMade } = buildAlone(place, "pdf");
  expect(stderr).toMatch(
    /^Nothing was built: the PDF engine is installed, but cannot be started on this machine \(Failed to load native binding\); type `npm install/u,
  );
  expect({ code, isMade }).toEqual({ code: 3, isMade: false });
});

describeInPdf("the engine", () => {
  test("has no letters for some scripts: whoever builds is told of them, and none can give orders to a terminal", () => {
    const place = workspace("of other scripts");
    const unit = join(place, "units", "hot-drinks.yaml");
    const yaml = readFileSync(unit, "utf8");
    writeFileSync(unit, yaml.replace(/^aim: .*$/mu, 'aim: "\u65e5\u672c \\e[31m"'));
    const args = ["build", "--force", "--to", "pdf", "--out", "out", "--document", "unit-guide"];
    const { code, stderr } = runQualspec(args, { cwd: place });
    expect(stderr).toContain(
      "out/l2-example-award/unit-guide.pdf: there are no letters for `日` and `本`; each stands as `\ufffd`\n",
    );
    expect(stderr).not.toContain("\u001b");
    expect(code).toBe(0);
  });

  test("is found beside qualspec, as where both are installed for all projects", () => {
    const modules = join(folder.path, "global", "node_modules");
    mkdirSync(join(modules, "@myriaddreamin"), { recursive: true });
    const place = installAlone(join("global", "node_modules", "qualspec"));
    symlinkSync(join(root, "node_modules", engine), join(modules, engine), "junction");
    const { code, stdout } = buildAlone(place, "pdf");
    expect(stdout).toContain("witness-testimony.pdf");
    expect(code).toBe(0);
  });
});
