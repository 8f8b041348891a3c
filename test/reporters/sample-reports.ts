import type { Diagnostic, Place, Severity } from "../../src/diagnostics/diagnostic.ts";
import { orderFindings } from "../../src/diagnostics/order.ts";
import { SourceFile } from "../../src/diagnostics/source-file.ts";
import { noColours } from "../../src/reporters/colours.ts";
import { reporters } from "../../src/reporters/index.ts";
import { type CommandError, type Report, summarise } from "../../src/reporters/report.ts";

/** Texts that mean something in one form of report or another. */
export const hostileTexts: Readonly<Record<string, string>> = {
  percent: "100% %0A %25",
  lines: "one\ntwo\r\nthree",
  pipe: "a | b \\| c \\",
  script: "<script>alert(1)</script> <b>bold</b> <!-- -->",
  cdata: "]]> <![CDATA[ &amp; & &#0;",
  control: "\u0000\u0007\u001b[31mred\u001b[0m\u0085\u007f",
  quotes: `"double" 'single' \`code\` \`\`two\`\``,
  emoji: "👩‍🏫 é ſ ﷽",
  halves: "\ud800 alone \udc00 \ufffe\uffff",
  turned: "\u202eoverride\u2066 isolate",
  link: "[text](1) [text](https://example.org) ![image](x) https://example.org www.example.org @someone #12",
  command: "::error::gone ##[error]gone ::stop-commands::x",
  markup: "# heading * list _emphasis_ ~~struck~~ - item > quote $math$",
  braces: "{0} {1} {{0}}",
  long: "long ".repeat(2000).trim(),
  formula: "=1+1",
};

/** Paths that services have to be told in their own way. */
export const hostilePaths = [
  "plain.yaml",
  "with space/100%/a,b;c.yaml",
  "brackets [1]/{x}/a+b&c=d.yaml",
  "quote'\"`/<b>.yaml",
  "é/日本/👩.yaml",
  "a:b/::error::#?.yaml",
];

const text = "kind: unit\nid: a\ntitle: A title\nlearningOutcomes: []\n";

/** A finding in a file with four lines of a unit. */
export function finding(given: Partial<Omit<Diagnostic, "place">> & { path?: string; at?: readonly [number, number] }) {
  const { path = "units/a.yaml", at = [11, 16], ...own } = given;
  const file = new SourceFile(path, text);
  const place: Place = { file, start: at[0], end: at[1], pointer: "/id" };
  return {
    rule: "file-named-by-id",
    severity: "error" as Severity,
    message: "Unexpected `x`",
    related: [],
    ...own,
    place,
  };
}

export function report(findings: readonly Diagnostic[], given: Partial<Report> = {}): Report {
  const ordered = orderFindings(findings);
  const paths = [...new Set(ordered.map(({ place }) => place.file.path)), "units/clean.yaml"];
  return {
    version: "1.2.3",
    error: null,
    summary: summarise(ordered, paths.length),
    findings: ordered,
    paths,
    below: "",
    ...given,
  };
}

const other = finding({ path: "units/other.yaml", at: [0, 4] }).place;

const bySeverity = report([
  finding({}),
  finding({ severity: "warning", rule: "unit-used", related: [{ message: "the other", place: other }] }),
  finding({ severity: "advice", rule: "made-up", at: [0, 40] }),
  finding({ path: "units/b.yaml", at: [11, 11] }),
]);

const hostile = report([
  ...Object.values(hostileTexts).flatMap((one) => [
    finding({ message: `Unexpected ${one}` }),
    finding({ message: `Unexpected \`${one}\`, expected another`, severity: "warning" }),
    finding({ message: one, severity: "advice", related: [{ message: one, place: other }] }),
  ]),
  ...hostilePaths.map((path) => finding({ path })),
]);

function failed(message: string, exitCode: CommandError["exitCode"]): Report {
  return report([], { error: { message, exitCode }, paths: [], summary: summarise([], 0) });
}

const many = report(
  (["error", "warning", "advice"] as const).flatMap((severity) =>
    Array.from({ length: 40 }, (_, at) => finding({ severity, message: `Unexpected ${severity} ${at}` })),
  ),
);

/** What every reporter has to bear. */
export const samples: readonly { readonly name: string; readonly report: Report }[] = [
  { name: "a clean run", report: report([]) },
  { name: "findings of all severities", report: bySeverity },
  { name: "hostile texts and paths", report: hostile },
  { name: "the same finding twice", report: report([finding({}), finding({})]) },
  { name: "many findings", report: many },
  {
    name: "a run below the root of a repository",
    report: report([finding({}), finding({ path: "../b.yaml" })], { below: "courses/" }),
  },
  {
    name: "a drive of its own",
    report: report([finding({ path: "D:/a b/c.yaml" }), finding({ path: "/a b/c.yaml" })]),
  },
  { name: "bad usage", report: failed("No such file or folder: `a | <b>`", 2) },
  { name: "a crash", report: failed("This is a bug in qualspec\nTypeError: `x` ]]> <b>\n    at y (z:1:2)", 70) },
  {
    name: "a broken workspace",
    report: report([finding({ path: "qualspec.yaml" })], {
      error: { message: "The workspace file is not in order", exitCode: 2 },
    }),
  },
];

/** What a reporter makes of a report, as it goes to a file. */
export async function print(id: string, one: Report): Promise<string> {
  const reporter = await reporters.find((listed) => listed.id === id)?.load();
  if (reporter === undefined) throw new Error(`no reporter ${id}`);
  return reporter.print(one, { columns: 80, colours: noColours });
}
