import { resolve } from "node:path";
import { environmentError } from "../../cli/user-error.ts";
import { isLink } from "../../files/inside.ts";
import { kindOfPath } from "../../files/read.ts";
import { code } from "../../text/words.ts";
import type { Move } from "./rename-edits.ts";

/** A file that gets another name. */
export interface AbsoluteMove {
  readonly from: string;
  readonly to: string;
  readonly printed: string;
}

/** The paths from the folder that printed ones start from. @throws UserError where the file cannot have that name */
export function absoluteMove(move: Move, cwd: string): AbsoluteMove {
  const [from, to] = [resolve(cwd, move.from), resolve(cwd, move.to)];
  if (isLink(from)) throw environmentError(`Cannot rename ${move.from}: it is a link; rename it by hand`);
  if (kindOfPath(to) !== "nothing")
    throw environmentError(
      `Cannot rename ${move.from}: ${code(move.to)} is there already; move it away, or choose another name`,
    );
  return { from, to, printed: move.to };
}
