/**
 * Which of two dates is later, as people wrote them: below 0 for the first, above for the second, 0 for the same day. null
 * where nobody can tell, as of "spring", or of numbers that make two different days.
 *
 * @param language in which months may be named, beside English
 */
export function compareDates(first: string | null, second: string | null, language: string): number | null {
  const orders = [true, false].flatMap((isDayFirst) => {
    const [one, other] = [first, second].map((written) => readDate(written ?? "", language, isDayFirst));
    return one === null || other === null || one === undefined || other === undefined ? [] : [Math.sign(other - one)];
  });
  const [order] = orders;
  return order === undefined || orders.some((one) => one !== order) ? null : order;
}

/** "3 May 2026", "May 3, 2026", "2026-05-03", "3/5/26", each with a time behind it or without. */
function readDate(written: string, language: string, isDayFirst: boolean): number | null {
  const [, hours = "0", minutes = "0"] = /(?<!\d)(\d{1,2}):(\d{2})\b/u.exec(written) ?? [];
  const day = written.replace(/[T\s,]*(?<!\d)\d{1,2}:\d{2}.*$/u, "");
  const numbers = day.match(/\d+/gu) ?? [];
  const month = monthIn(day, language);
  const [first = "", second = "", third = ""] = numbers;
  const time = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const read = (year: string, monthOfYear: number, dayOfMonth: string) =>
    timeOf(year, monthOfYear, Number(dayOfMonth), time);
  if (month !== null) {
    if (numbers.length !== 2) return null;
    return first.length === 4 ? read(first, month, second) : read(second, month, first);
  }
  if (numbers.length !== 3) return null;
  if (first.length === 4) return read(first, Number(second), third);
  return isDayFirst ? read(third, Number(second), first) : read(third, Number(first), second);
}

/** null for a day that is in no calendar. */
function timeOf(year: string, month: number, day: number, time: number): number | null {
  if (year.length !== 4 && year.length !== 2) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = new Date(Date.UTC(full, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() + time : null;
}

/** 1 for January; null where no month is named. "Sept" and "Sep." are September. */
function monthIn(written: string, language: string): number | null {
  const words = (written.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= 3);
  const found = monthNames(language).findIndex((names) =>
    words.some((word) => names.some((name) => name.startsWith(word) || isShort(name, word))),
  );
  return found === -1 ? null : found + 1;
}

/** Asking for them takes a browser longer than all the rest: each language is asked for once. */
const known = new Map<string, readonly (readonly string[])[]>();

function monthNames(language: string): readonly (readonly string[])[] {
  const names =
    known.get(language) ??
    Array.from({ length: 12 }, (_, at) => [language, "en-GB"].map((one) => monthName(one, at + 1)));
  known.set(language, names);
  return names;
}

function monthName(language: string, month: number): string {
  const supported = Intl.DateTimeFormat.supportedLocalesOf(language === "" ? [] : [language]);
  const format = new Intl.DateTimeFormat([...supported, "en-GB"], { month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2026, month - 1, 1))).toLowerCase();
}

/** Some languages shorten a month by its middle: a short form is its first three letters and others of it. */
function isShort(name: string, word: string): boolean {
  return word.length <= 5 && name.slice(0, 3) === word.slice(0, 3) && name.includes(word.slice(-1));
}
