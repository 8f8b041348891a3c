/** What comes first in the dates of an export. */
export type DateOrder = "year" | "month" | "day";

const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/u;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/u;

/**
 * What a date tells about the order of all: the download of the whole Register writes the month first, returns to the
 * regulator and most spreadsheets in the country the day, so only a part above 12 settles it.
 */
export function orderShownBy(text: string): DateOrder | null {
  if (yearFirst.test(text)) return "year";
  const [first, second] = (yearLast.exec(text) ?? []).slice(1).map(Number);
  if (first === undefined || second === undefined) return null;
  if (first > 12) return "day";
  return second > 12 ? "month" : null;
}

/** The days, as year-month-day, that a date can mean; a time after it does not count. */
export function readDays(text: string, order: DateOrder | null): readonly string[] {
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return [writeDay(year, month, day)];
  const [, first, second, last] = yearLast.exec(text) ?? [];
  if (last === undefined) return [];
  const dayFirst = writeDay(last, second, first);
  const monthFirst = writeDay(last, first, second);
  if (order === "day") return [dayFirst];
  return order === "month" ? [monthFirst] : [...new Set([dayFirst, monthFirst])];
}

function writeDay(year: string, month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
