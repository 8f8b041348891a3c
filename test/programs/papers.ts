import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { documents } from "../../src/documents/index.ts";
import { makePage } from "../../src/documents/make-page.ts";
import { html } from "../../src/formats/html.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { emptyRecord } from "../../src/record/record-of.ts";
import { wordsFor } from "../../src/words/words.ts";
import { check } from "../../src/workspace/check.ts";
import { ioIn } from "../check-folder.ts";
import { specsFolder } from "../papers/build-papers.ts";

export type Version = "1.1" | "1.2";

/** The one unit that papers about a part are for: most of what papers do, they do with a few criteria too. */
export const part = "hort-safety";

const specification = "qualifications/l3-community-horticulture.yaml";

/** Papers of a qualification in two versions: the second has one criterion reworded. */
export function interactivePapers(folder: string) {
  return {
    /** Makes these papers, of the whole or of the part. @returns a record of the last, in which nothing is written. */
    build: async (version: Version, papers: readonly string[], isPart = false): Promise<LearnerRecord> => {
      const sources = join(folder, version);
      cpSync(specsFolder, sources, { recursive: true });
      if (version === "1.2") writeNextVersion(sources);
      const { workspaces } = await check(ioIn(sources), [specification]);
      const qualification = workspaces[0]?.corpus.qualifications.find(({ id }) => specification.includes(id));
      if (qualification === undefined) throw new Error(`No qualification in ${specification}`);
      const units = qualification.units.filter(({ id }) => !isPart || id === part);
      mkdirSync(join(folder, "out", version), { recursive: true });
      let nothing: LearnerRecord | null = null;
      for (const document of documents.filter(({ id }) => papers.includes(id))) {
        const page = makePage(document, { qualification, units, isPart, review: null }, wordsFor({}));
        const name = isPart ? `${document.id}-${part}` : document.id;
        writeFileSync(join(folder, "out", version, `${name}.html`), await html.encode(page));
        nothing = emptyRecord(page.paper);
      }
      if (nothing === null) throw new Error(`No paper ${papers.join()}`);
      return nothing;
    },
    /** Such as `assessor-checklist`, or of the part `assessor-checklist-hort-safety`. */
    address: (paper: string, version: Version = "1.1") =>
      pathToFileURL(join(folder, "out", version, `${paper}.html`)).href,
  };
}

function writeNextVersion(sources: string): void {
  const reword = (path: string, from: string, to: string) => {
    const file = join(sources, path);
    const before = readFileSync(file, "utf8");
    if (!before.includes(from)) throw new Error(`${path} no longer says ${from}`);
    writeFileSync(file, before.replace(from, to));
  };
  reword(specification, 'version: "1.1"', 'version: "1.2"');
  reword(
    `units/${part}.yaml`,
    "Outline the health and safety responsibilities",
    "Explain the health and safety duties",
  );
}
