import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const qualification = (id: string, number: string) =>
  `# ${id}.yaml\nkind: qualification\nid: ${id}\ntitle: ${id}\nnumber: ${number}\n`;

export const qualificationNumberUnique = defineRule({
  id: "qualification-number-unique",
  severity: "error",
  summary: "A qualification number belongs to one qualification",
  why: "Learners are registered, funded and certificated under this number: a second qualification would get their results.",
  basis: "practice",
  checks: ["I024"],
  source: "Practice",
  conditions: { ofqual: "Condition E6.2(b)" },
  good: qualification("a", "610/0088/7") + qualification("b", "none"),
  bad: qualification("a", "610/0088/7") + qualification("b", "«610/0088/7»"),
  corpus: ({ qualifications }, report) => {
    const sorted = [...qualifications].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [at, one] of sorted.entries()) {
      const { number = "none" } = one.source;
      const other = sorted.slice(0, at).find(({ source }) => source.number === number);
      if (number === "none" || other === undefined || other.id === one.id) continue;
      const message = `Unexpected second qualification with the number ${code(number)}, expected one of its own; ${code(other.id)} has it already, so correct one of the two`;
      report(placeOf(one, "number"), message, [{ message: "first here", place: placeOf(other, "number") }]);
    }
  },
});
