import { plain } from "../scaffold/ask-for-answers.ts";
import type { Answers, Draft } from "../scaffold/define-draft.ts";
import { code } from "../text/words.ts";
import type { NewOptions } from "./new.ts";

/** Options that are no answers. */
const manners = ["in", "group", "folder", "force", "dryRun", "format"];

/** The answers that stand on the command line; and what is no answer to anything that is asked of this kind. */
export function answersIn(options: NewOptions, draft: Draft): { given: Answers; slips: readonly string[] } {
  const names = draft.questions.map(({ name }) => name);
  const given = Object.entries(options).flatMap(([name, value]) =>
    typeof value !== "string" || manners.includes(name) ? [] : [[name, plain(value)] as const],
  );
  const slips = given.flatMap(([name, value]) => {
    const flag = code(flagOf(name));
    if (!names.includes(name)) return [`Unexpected ${flag}, which a ${draft.kind} does not have; leave it out`];
    return value === "" ? [`${flag} is empty, expected the answer after it`] : [];
  });
  return { given: Object.fromEntries(given.filter(([name, value]) => names.includes(name) && value !== "")), slips };
}

/** What is wrong with where a unit is to be added. */
export function groupSlip({ kind }: Draft, home: string | undefined, group: string | undefined): string | null {
  const flag = code(home === undefined ? "--group" : "--in");
  if (kind !== "unit" && (home ?? group) !== undefined) return `Unexpected ${flag}, which is for units; leave it out`;
  if (home !== undefined || group === undefined) return null;
  return `Unexpected ${flag} without ${code("--in")}; add ${code("--in")} with the id of the qualification`;
}

/** `--total-hours` of `totalHours`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
