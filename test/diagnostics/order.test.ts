import { expect, test } from "vitest";
import type { Diagnostic, Severity } from "../../src/diagnostics/diagnostic.ts";
import { orderFindings } from "../../src/diagnostics/order.ts";
import { SourceFile } from "../../src/diagnostics/source-file.ts";

const finding = (path: string, start: number, severity: Severity, rule: string, message: string): Diagnostic => ({
  rule,
  severity,
  message,
  place: { file: new SourceFile(path, ""), start, end: start, pointer: "" },
  related: [],
});

test("findings stand by file, place, severity, rule and message, whatever the order they were met in", () => {
  const ordered = [
    finding("B.yaml", 9, "error", "a", ""),
    finding("a.yaml", 1, "error", "a", ""),
    finding("a.yaml", 2, "error", "b", ""),
    finding("a.yaml", 2, "warning", "a", "x"),
    finding("a.yaml", 2, "warning", "a", "y"),
    finding("a.yaml", 2, "advice", "a", ""),
    finding("a.yaml", 10, "error", "a", ""),
  ];
  expect(orderFindings([...ordered].reverse())).toEqual(ordered);
  expect(orderFindings([...ordered.slice(3), ...ordered.slice(0, 3)])).toEqual(ordered);
});
