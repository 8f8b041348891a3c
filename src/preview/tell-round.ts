import type { Io } from "../cli/io.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { changedLine } from "../reporters/changed.ts";
import { oneLineOf } from "../reporters/compact.ts";
import type { Round } from "../workspace/keep-checking.ts";

/** Up to here new findings are told on the terminal: the page has them all. */
const mostTold = 5;

/** Says on the terminal what has changed and what is found since: a class because it keeps what was found before. */
export class RoundTeller {
  readonly #io: Io;
  #changed: readonly string[] | null = null;
  #known: ReadonlySet<string> = new Set();

  constructor(io: Io) {
    this.#io = io;
  }

  /** @param changed none before the first round */
  begin(changed: readonly string[], isFirst: boolean): void {
    this.#changed = isFirst ? null : changed;
  }

  end({ checked, error }: Round, outcome: string): void {
    const { err, timeOfDay } = this.#io;
    if (this.#changed !== null) err.write(`${changedLine(this.#changed, timeOfDay?.() ?? null)}\n`);
    err.write(`${error?.message ?? outcome}\n`);
    const findings = checked?.findings ?? [];
    const news = findings.filter((one) => !this.#known.has(nameOf(one)));
    for (const one of news.slice(0, mostTold)) err.write(`  ${oneLineOf(one)}\n`);
    if (news.length > mostTold) err.write(`  and ${news.length - mostTold} more, all of them on the page\n`);
    if (checked !== null) this.#known = new Set(findings.map(nameOf));
  }
}

/** The same while it moves up and down. */
function nameOf({ rule, message, place }: Diagnostic): string {
  return `${place.file.path} ${rule} ${message}`;
}
