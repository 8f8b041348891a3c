import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { lint } from "markdownlint/sync";
import { test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { buildShipped, sharedFolder } from "./build-papers.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
test("x", async () => {
  const f = sharedFolder();
  const papers = buildShipped(f.path);
  for (const p of papers.filter((one) => one.format === "md")) {
    const r = lint({ strings: { a: p.text }, config: { default: true, MD013: false } });
    const by: Record<string, string[]> = {};
    for (const e of r["a"] ?? [])
      (by[e.ruleNames.join()] ??= []).push(`${e.lineNumber} ${e.errorDetail ?? ""} ${e.errorContext ?? ""}`);
    console.log(
      p.name,
      Object.entries(by).map(([k, v]) => `${k} x${v.length}: ${v.slice(0, 3).join(" | ")}`),
    );
  }
  for (const p of papers.filter((one) => one.format === "html")) {
    const t = Date.now();
    const r = await new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] }).validateString(
      p.text,
    );
    const by: Record<string, string[]> = {};
    for (const m of r.results[0]?.messages ?? []) (by[m.ruleId] ??= []).push(`${m.line}:${m.column} ${m.message}`);
    console.log(
      p.name,
      Date.now() - t,
      Object.entries(by).map(([k, v]) => `${k} x${v.length}: ${v.slice(0, 2).join(" | ")}`),
    );
  }
  const b = await launchBrowser();
  for (const p of papers.filter((one) => one.format === "html"))
    for (const width of [1280, 390]) {
      const page = await b.newPage({ viewport: { width, height: 900 } });
      await page.goto(pathToFileURL(p.path).href);
      await page.evaluate(axe);
      const t = Date.now();
      const r = await page.evaluate<string[]>(
        `axe.run(document,{resultTypes:["violations"],runOnly:{type:"tag",values:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}}).then(r=>r.violations.map(v=>v.id+" x"+v.nodes.length+": "+v.nodes.slice(0,2).map(n=>n.html.slice(0,150)+" "+n.failureSummary).join(" || ")))`,
      );
      console.log(p.name, width, Date.now() - t, r, await page.evaluate("document.documentElement.scrollWidth"));
      await page.close();
    }
  await b.close();
  f.remove();
}, 600_000);
