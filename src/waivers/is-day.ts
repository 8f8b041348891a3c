import { dateFormat } from "../schema/date-format.ts";

/** Whether a text is a day of the calendar, as year-month-day. */
export function isDay(text: string): boolean {
  return dateFormat.test(text);
}
