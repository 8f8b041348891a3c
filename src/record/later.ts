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

/** Whether people can read a day in it: "32/13/2026" is none, nor is "spring". */
export function isDate(written: string, language: string): boolean {
  return [true, false].some((isDayFirst) => readDate(written, language, isDayFirst) !== null);
}

/** "3 May 2026", "May 3, 2026", "2026-05-03", "3/5/26", each with a time behind it or without. */
function readDate(text: string, language: string, isDayFirst: boolean): number | null {
  const written = withLatinDigits(text);
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
  const text = written.toLowerCase();
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length >= 3);
  const found = monthNames(language).findIndex((names) =>
    names.some((name) => stands(name, text) || words.some((word) => name.startsWith(word) || isShort(name, word))),
  );
  return found === -1 ? null : found + 1;
}

/** Word for word: in some languages a month has dots in it. Where a month is a number there is no name. */
function stands(name: string, text: string): boolean {
  if (/^[\d\s]*$/u.test(name)) return false;
  const [before = "", after = ""] = [...` ${text} `.split(name, 2)];
  return text.includes(name) && !/\p{L}$/u.test(before) && !/^[\p{L}\p{M}]/u.test(after);
}

/** Asking for them takes a browser longer than all the rest: each language is asked for once. */
const known = new Map<string, readonly (readonly string[])[]>();

function monthNames(language: string): readonly (readonly string[])[] {
  const names = known.get(language) ?? readNames(formatsFor(language));
  known.set(language, names);
  return names;
}

function readNames(formats: readonly Intl.DateTimeFormat[]): readonly (readonly string[])[] {
  return Array.from({ length: 12 }, (_, at) => formats.map((format) => monthName(format, at + 1)));
}

/** A month by itself, and as it stands in a date: some languages bend it, or shorten it in their own way. */
function formatsFor(language: string): readonly Intl.DateTimeFormat[] {
  const supported = Intl.DateTimeFormat.supportedLocalesOf(language === "" ? [] : [language]);
  const locales = [...supported, "en-GB"];
  const common = { timeZone: "UTC", calendar: "gregory" } as const;
  return [
    new Intl.DateTimeFormat(locales, { ...common, month: "long" }),
    new Intl.DateTimeFormat(locales, { ...common, day: "numeric", month: "long", year: "numeric" }),
    new Intl.DateTimeFormat(locales, { ...common, day: "numeric", month: "short", year: "numeric" }),
    new Intl.DateTimeFormat("en-GB", { ...common, month: "long" }),
  ];
}

function monthName(format: Intl.DateTimeFormat, month: number): string {
  const parts = format.formatToParts(new Date(Date.UTC(2026, month - 1, 1)));
  return (parts.find(({ type }) => type === "month")?.value ?? "").toLowerCase();
}

/** The digits of other scripts stand in tens, from their zero on. */
function withLatinDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

/** Some languages shorten a month by its middle: a short form is its first three letters and others of it. */
function isShort(name: string, word: string): boolean {
  return word.length <= 5 && name.slice(0, 3) === word.slice(0, 3) && name.includes(word.slice(-1));
}
