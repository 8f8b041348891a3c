import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

export const frameworkFactsStated = defineRule({
  id: "framework-facts-stated",
  severity: "warning",
  summary: "A framework says who publishes it, and in which version; each entry has a title or a text",
  why: "A mapping is read by people who hold the published framework: they must see whose it is, which version, and which part.",
  basis: "practice",
  source: "Practice",
  good: 'kind: framework\nid: f\ntitle: F\nversion: "2025"\npublisher: P\nnodes:\n  - { id: data, title: Data }\n',
  bad: "kind: framework\nid: f\ntitle: «F»\npublisher: P\nnodes:\n  - { id: data, title: Data }\n",
  framework: (framework, report) => {
    const missing = (["version", "publisher"] as const).filter((key) => framework.source[key] === undefined);
    if (missing.length > 0) {
      const lines = { version: 'version: "2025"', publisher: "publisher: Department of Health" };
      const [what, keys, how] = [missing.map((key) => key), missing.map(code), missing.map((key) => code(lines[key]))];
      const many = missing.length > 1;
      const message = `Missing ${joinWords(what)}, expected the key${many ? "s" : ""} ${joinWords(keys)}; add ${many ? "lines" : "a line"} such as ${joinWords(how)}`;
      report(placeOf(framework, "title"), message);
    }
    for (const node of framework.nodes) {
      if (node.title !== null || node.text !== null) continue;
      const message = `Missing words of the entry ${code(node.id)}, expected ${code("title")} or ${code("text")}; add one of them`;
      report(keyOf(node, "id"), message);
    }
  },
});
