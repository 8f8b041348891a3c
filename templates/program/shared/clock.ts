/** The time of a day in the language of the page, from 00:00 to 23:59. */
export function timeOf(at: Date): string {
  return format(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "3 November 2026 at 14:03", as the language has it. */
export function dayAndTimeOf(at: Date): string {
  return `${format(at, { day: "numeric", month: "long", year: "numeric" })}, ${timeOf(at)}`;
}

/** "3 Nov 2026": short enough for a column of a table. */
export function today(): string {
  return format(new Date(), {
    day: "numeric",
    month: "short",
    year: "numeric",
    // As people who write a date by hand do, and as every page of another language can read.
    calendar: "gregory",
    numberingSystem: "latn",
  });
}

/** The time alone where it was today. */
export function momentOf(at: Date): string {
  return at.toDateString() === new Date().toDateString() ? timeOf(at) : dayAndTimeOf(at);
}

/** In which people write dates here. */
export function pageLanguage(): string {
  return document.documentElement.lang;
}

/** Of what a record says: somebody may have written anything there. */
export function readMoment(written: string | null): Date | null {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  const lang = pageLanguage();
  const known = Intl.DateTimeFormat.supportedLocalesOf(lang === "" ? [] : [lang]);
  return new Intl.DateTimeFormat([...known, "en-GB"], options).format(at);
}
