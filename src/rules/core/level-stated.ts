import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

export const levelStated = defineRule({
  id: "level-stated",
  severity: "error",
  summary: "A qualification has one level, or several levels and a published reason for them",
  why: "Level is what employers and funders read first; more than one has to be explained to them.",
  basis: "practice",
  checks: ["Q015"],
  source: "Practice",
  conditions: { ofqual: "Condition E9.1, E9.3, E3.2(m)" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nlevels: [2, 3]\nlevelsRationale: Half of the units build on the others.\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\n«levels»: [2, 3]\n",
  qualification: (qualification, report) => {
    const { level, levels, levelsRationale } = qualification.source;
    if (level === undefined && levels === undefined) {
      const place = { ...placeOf(qualification, "title"), pointer: "/level" };
      report(place, `Missing level, expected the key ${code("level")}; add a line such as ${code("level: 3")}`);
    } else if (level !== undefined && levels !== undefined) {
      const related = [{ message: "the one level", place: placeOf(qualification, "level") }];
      report(
        keyOf(qualification, "levels"),
        `Unexpected key ${code("levels")} beside ${code("level")}; keep one of the two`,
        related,
      );
    } else if (levels !== undefined && levels.length > 1 && levelsRationale === undefined) {
      const message = `Missing reason for several levels, expected the key ${code("levelsRationale")}; add it`;
      report(keyOf(qualification, "levels"), message);
    }
  },
});
