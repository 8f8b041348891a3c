import { capitalise, code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";
import { sizeBands } from "./size-bands.ts";
import { placeInTitle } from "./title.ts";

export const titleNamesSize = defineRule({
  id: "title-names-size",
  severity: "warning",
  summary: "The size word of the title and the declared size agree with the total qualification time",
  why: "People read from award, certificate and diploma how much there is to do.",
  basis: "guidance",
  checks: ["Q004"],
  source: "Ofqual guidance under Condition E2: award up to 120 hours, certificate from 121 to 369, diploma from 370",
  yieldsTo: ["hours-within-total", "hours-add-up", "credit-matches-hours"],
  good: "kind: qualification\nid: q\ntitle: EXA Level 3 Certificate in Baking\nsize: certificate\ntotalQualificationTime: 121\n",
  bad: "kind: qualification\nid: q\ntitle: EXA Level 3 «Award» in Baking\ntotalQualificationTime: 121\n",
  qualification: (qualification, report) => {
    const { title, source, totalQualificationTime: hours } = qualification;
    const words = sizeBands.map(({ size }) => size).filter((size) => new RegExp(`\\b${size}\\b`, "iu").test(title));
    const declared = source.size;
    const band = hours === null ? undefined : sizeBands.find(({ from, to }) => from <= hours && hours <= to);
    const total = { message: "the total", place: placeOf(qualification, "totalQualificationTime") };

    if (declared !== undefined && declared !== "none" && band !== undefined && declared !== band.size) {
      const isTitleRight = words.length === 1 && words[0] === band.size;
      const where = isTitleRight
        ? ` and as in the title; correct ${code("size")}`
        : "; correct the size and the title, or the hours";
      const message = `Unexpected size ${code(declared)}, expected ${code(band.size)} for a total of ${hours} hours${where}`;
      const fix = writeInstead(qualification, isTitleRight ? band.size : null, "size");
      report(placeOf(qualification, "size"), message, [total], fix);
      return;
    }
    const expected = band?.size ?? (declared === "none" ? undefined : declared);
    const [word] = words;
    if (words.length !== 1 || word === undefined || expected === undefined || word === expected) return;
    const [written = word] = new RegExp(`\\b${word}\\b`, "iu").exec(title) ?? [];
    const why = hours === null ? "for the declared size" : `for a total of ${hours} hours`;
    const message = `Unexpected ${code(capitalise(word))} in the title, expected ${code(capitalise(expected))} ${why}; correct one of the two`;
    report(placeInTitle(qualification, written), message, hours === null ? [] : [total]);
  },
});
