import { UserError, usageError } from "../cli/user-error.ts";
import type { GroupShape } from "../schema/shapes.ts";
import { code, joinWords } from "../text/words.ts";
import { qualificationIds } from "../workspace/find-qualification.ts";
import { groupNamed, type OpenQualification, openQualification } from "./add-to-group.ts";
import type { Asking } from "./ask-for-answers.ts";
import type { Site } from "./judge.ts";

/** The group of a qualification that a new unit is added to. */
export interface ChosenGroup {
  readonly open: OpenQualification;
  readonly group: GroupShape;
}

interface Known {
  readonly site: Site;
  /** null where no qualification was named. */
  readonly open: OpenQualification | null;
  readonly group: string | null;
}

/** As many as a question can name. */
const mostNamed = 8;

/**
 * The group that was named, or that a person chooses: null for none.
 *
 * @param asking null where nobody can be asked
 * @throws UserError where it cannot be told which is meant
 */
export async function chooseGroup(known: Known, asking: null): Promise<ChosenGroup | null>;
export async function chooseGroup(known: Known, asking: Asking | null): Promise<ChosenGroup | "stopped" | null>;
export async function chooseGroup({ site, open: named, group }: Known, asking: Asking | null) {
  const open = named ?? (asking === null ? null : await askForQualification(site, asking));
  if (open === null || open === "stopped") return open;
  if (group !== null) return { open, group: groupNamed(group, open) };
  const [first, second] = open.groups;
  if (first !== undefined && second === undefined) return { open, group: first };
  const ids = open.groups.map(({ id }) => id);
  if (asking === null) {
    throw usageError(
      `Missing ${code("--group")}, expected one of the groups of ${code(open.file.printed)}: ${joinWords(ids.map(code), "or")}`,
    );
  }
  const titles = open.groups.map(({ id, title }) => (title === undefined ? id : `${id} ${title}`));
  return until(asking, `Group (${titles.join(", ")})`, ids[0] ?? "", async (typed) => ({
    open,
    group: groupNamed(typed, open),
  }));
}

async function askForQualification({ inventory }: Site, asking: Asking): Promise<OpenQualification | "stopped" | null> {
  const ids = qualificationIds(inventory);
  if (ids.length === 0) return null;
  const named = ids.length > mostNamed ? [...ids.slice(0, mostNamed), "..."] : ids;
  const question = `Qualification to add it to, by its id (${named.join(", ")}), or none`;
  return until(asking, question, "none", async (typed) =>
    typed === "none" ? null : openQualification(typed, inventory),
  );
}

/** Asks again until the answer will do. */
async function until<Found>(
  { ask, say }: Asking,
  question: string,
  likely: string,
  read: (typed: string) => Promise<Found>,
): Promise<Found | "stopped"> {
  for (;;) {
    const typed = await ask(`${question} [${likely}]: `);
    if (typed === null) return "stopped";
    try {
      return await read(typed.trim() || likely);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      say(error.message);
    }
  }
}
