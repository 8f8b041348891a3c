import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

export const versionStated = defineRule({
  id: "version-stated",
  severity: "warning",
  summary: "A specification has a version, and a published one the day on which it was issued",
  why: "Centres work from printed copies: only version and date tell whether theirs still holds.",
  basis: "condition",
  checks: ["S040"],
  source: "Ofqual Condition E3.4, E3.5",
  good: 'kind: qualification\nid: q\ntitle: Q\nstatus: published\nversion: "1.0"\nissued: 2026-04-01\n',
  bad: "kind: qualification\nid: q\ntitle: «Q»\nstatus: published\nissued: 2026-04-01\n",
  qualification: (qualification, report) => {
    const { version, issued, status } = qualification.source;
    const missing = [
      ...(version === undefined ? (["version"] as const) : []),
      ...(issued === undefined && status === "published" ? (["issued"] as const) : []),
    ];
    const [first] = missing;
    if (first === undefined) return;
    const lines = { version: 'version: "1.0"', issued: "issued: 2026-04-01" };
    const what = joinWords(missing.map((key) => (key === "version" ? "version" : "day of issue")));
    const message = `Missing ${what}, expected the ${missing.length === 1 ? "key" : "keys"} ${joinWords(missing.map(code))}; add ${missing.length === 1 ? "a line" : "lines"} such as ${joinWords(missing.map((key) => code(lines[key])))}`;
    report(gapAt(qualification, first), message);
  },
});
