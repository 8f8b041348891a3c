import { basename, join, relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { isInsideReally } from "../files/inside.ts";
import { printedPath } from "../files/paths.ts";
import { faultsOfCss } from "../page/css.ts";
import type { OwnTemplates } from "../render/own-templates.ts";
import { decode } from "../source/decode.ts";
import { code } from "../text/words.ts";
import type { BrandFolder } from "./brand-folder.ts";
import { houseFinding } from "./finding.ts";

/** More than this is no template that a person wrote. */
const largest = 256 * 1024;

export interface Templates {
  /** null where there are none, or where something is wrong with them. */
  readonly templates: OwnTemplates | null;
  readonly styles: string;
  readonly findings: readonly Diagnostic[];
}

/** The templates, partials and styles of a brand folder. What looks at templates is loaded only where there are any. */
export async function readTemplates(folder: BrandFolder): Promise<Templates> {
  const findings: Diagnostic[] = [];
  const texts = new Map<string, SourceFile>();
  const styles: string[] = [];
  for (const path of await templateFiles(folder)) {
    const name = relative(join(folder.path, "templates"), path).split(sep).join("/");
    const file = readText(folder, path, findings);
    if (file === null) continue;
    const [, template] = /^((?:partials\/)?[^/]+)\.hbs$/u.exec(name) ?? [];
    if (template !== undefined) texts.set(template, file);
    else if (/^styles\/[^/]+\.css$/u.test(name)) {
      const faults = faultsOfCss(file.text);
      findings.push(
        ...faults.map(({ start, end, message }) => houseFinding("style-safe", message, placeIn(file, start, end))),
      );
      if (faults.length === 0) styles.push(file.text);
    } else {
      const where = name.endsWith(".css")
        ? code("templates/styles")
        : `${code("templates")} or ${code("templates/partials")}`;
      findings.push(
        houseFinding(
          "template-name",
          `Unexpected place of ${code(basename(name))}, expected it in ${where}; move it`,
          placeIn(file, 0, 0),
        ),
      );
    }
  }
  const checked = texts.size === 0 ? { templates: null, findings: [] } : await check(texts);
  return { templates: checked.templates, styles: styles.join("\n"), findings: [...findings, ...checked.findings] };
}

/** In name order, so that papers are the same on every machine. */
async function templateFiles({ path, view }: BrandFolder): Promise<readonly string[]> {
  if (view.kindOf(join(path, "templates")) !== "folder") return [];
  const found = await view.matching("templates/**/*.{hbs,css}", path);
  return [...found].sort();
}

function readText(folder: BrandFolder, path: string, findings: Diagnostic[]): SourceFile | null {
  const printed = printedPath(path, folder.cwd);
  if (!isInsideReally(path, folder.path)) {
    const { file } = decode(printed, new Uint8Array());
    findings.push(
      houseFinding(
        "template-name",
        "Unexpected link that leads out of the brand folder, expected a file in it; copy it there",
        placeIn(file, 0, 0),
      ),
    );
    return null;
  }
  const bytes = folder.view.bytes(path, printed);
  const { file, findings: faults } = decode(printed, bytes.subarray(0, largest));
  if (bytes.length > largest) {
    findings.push(
      houseFinding(
        "template-name",
        `Unexpected file of more than ${largest / 1024} KB, expected a template that a person wrote; shorten it`,
        placeIn(file, 0, 0),
      ),
    );
    return null;
  }
  findings.push(...faults);
  return faults.length === 0 ? file : null;
}

async function check(files: ReadonlyMap<string, SourceFile>) {
  const { checkTemplates } = await import("../render/check-templates.ts");
  const faults = checkTemplates(new Map([...files].map(([name, { text }]) => [name, text])));
  const findings = faults.flatMap(({ rule, file: name, start, end, message }) => {
    const file = files.get(name);
    return file === undefined ? [] : [houseFinding(rule, message, placeIn(file, start, end))];
  });
  if (findings.length > 0) return { templates: null, findings };
  const { compileTemplates } = await import("../render/own-templates.ts");
  return { templates: compileTemplates(files), findings };
}

function placeIn(file: SourceFile, start: number, end: number) {
  return { file, start, end, pointer: "" };
}
