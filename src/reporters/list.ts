import { printable } from "../text/printable.ts";
import type { Colours } from "./colours.ts";

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly level: string | null;
  readonly credit: number | null;
  readonly guidedLearningHours: number | null;
  readonly outcomes: number;
  readonly criteria: number;
}

interface ListedQualification extends Listed {
  readonly totalQualificationTime: number | null;
  readonly units: number;
}

interface ListedUnit extends Listed {
  readonly totalUnitTime: number | null;
}

/** Two tables, figures to the right. */
export function prettyList(
  {
    qualifications,
    units,
  }: { readonly qualifications: readonly ListedQualification[]; readonly units: readonly ListedUnit[] },
  chalk: Colours,
): string {
  const figures = (one: Listed, total: number | null) => [
    one.level,
    one.credit,
    one.guidedLearningHours,
    total,
    one.outcomes,
    one.criteria,
  ];
  const head = ["Level", "Credit", "GLH", "Total", "Outcomes", "Criteria"];
  const first = qualifications.map((one) => [
    one.id,
    one.title,
    one.units,
    ...figures(one, one.totalQualificationTime),
  ]);
  const second = units.map((one) => [one.id, one.title, ...figures(one, one.totalUnitTime)]);
  const parts = [
    first.length === 0 ? "" : table(["Qualification", "Title", "Units", ...head], first, chalk.bold),
    second.length === 0 ? "" : table(["Unit", "Title", ...head], second, chalk.bold),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "No qualifications and no units.\n" : parts.join("\n");
}

type Cell = string | number | null;

function table(head: readonly string[], rows: readonly (readonly Cell[])[], bold: (text: string) => string): string {
  const printed = rows.map((row) => row.map((cell) => (cell === null ? "-" : printable(String(cell)))));
  const widths = head.map((title, column) => Math.max(title.length, ...printed.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return `${bold(line(head))}\n${printed.map((row) => `${line(row)}\n`).join("")}`;
}
