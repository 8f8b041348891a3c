import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { explanations } from "../../src/rules/index.ts";
import { finding, hostilePaths, print, report, samples } from "./sample-reports.ts";

interface PhysicalLocation {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: Readonly<Record<"startLine" | "startColumn" | "endLine" | "endColumn", number>>;
}

interface Text {
  readonly text: string;
  readonly markdown?: string;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Text;
  readonly locations: readonly { readonly physicalLocation: PhysicalLocation }[];
  readonly relatedLocations?: readonly { readonly id: number; readonly physicalLocation: PhysicalLocation }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Invocation {
  readonly executionSuccessful: boolean;
  readonly exitCode?: number;
  readonly toolExecutionNotifications?: readonly { readonly level: string; readonly message: Text }[];
  readonly toolConfigurationNotifications?: readonly { readonly level: string; readonly message: Text }[];
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly version: string;
      readonly semanticVersion: string;
      readonly rules: readonly {
        readonly id: string;
        readonly shortDescription: Text;
        readonly fullDescription: Text;
        readonly help: Text;
        readonly properties?: { readonly tags: readonly string[] };
      }[];
    };
  };
  readonly columnKind: string;
  readonly invocations: readonly Invocation[];
  readonly results: readonly Result[];
}

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [Run];
}

async function log(one: Parameters<typeof print>[1]): Promise<Log> {
  return JSON.parse(await print("sarif", one)) as Log;
}

const official = process.env["SARIF_SCHEMA"] ?? "../shared/interop/schemas/sarif/sarif-schema-2.1.0.json";
const isThere = existsSync(official);

describe.skipIf(!isThere)(
  isThere ? "the official schema" : "the official schema (skipped: not here; say in SARIF_SCHEMA where it is)",
  () => {
    test.each(samples)("accepts $name", async ({ report: one }) => {
      const validate = compile();
      const isValid = validate(await log(one));
      expect(isValid ? [] : validate.errors).toEqual([]);
    });

    test("refuses a run without a tool", () => {
      expect(compile()({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
    });
  },
);

/** The schema is in an older draft than ajv knows; what it uses of that means the same today. */
function compile() {
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(official, "utf8")) as Record<string, unknown>;
  const formats = {
    uri: /^[a-z][a-z0-9+.-]*:/iu,
    "uri-reference": /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/u,
    "date-time": /^\d{4}-/u,
  };
  return new Ajv({ strict: false, allErrors: true, formats } as const).compile(schema);
}

describe("what GitHub's code scanning asks for", () => {
  test.each(samples)("holds for $name", async ({ report: one }) => {
    const { $schema, version, runs } = await log(one);
    expect($schema).toMatch(/sarif-schema-2\.1\.0\.json$/u);
    expect(version).toBe("2.1.0");
    expect(runs).toHaveLength(1);
    const [{ tool, results, columnKind, invocations }] = runs;
    expect(tool.driver).toMatchObject({ name: "qualspec", version: "1.2.3", semanticVersion: "1.2.3" });
    expect(columnKind).toBe("utf16CodeUnits");
    expect(results).toHaveLength(one.findings.length);
    expect(invocations.map(({ executionSuccessful }) => executionSuccessful)).toEqual([one.error === null]);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      expect(Object.values(result.partialFingerprints).join("")).toMatch(/^[0-9a-f]{32}$/u);
      const places = [...result.locations, ...(result.relatedLocations ?? [])].map((place) => place.physicalLocation);
      expect(result.locations).toHaveLength(1);
      for (const { artifactLocation, region } of places) {
        expect(artifactLocation.uri).toMatch(/^[\w\-.~!$&'()*+,;=:@%/]+$/u);
        expect(artifactLocation.uri).not.toMatch(/%(?![0-9A-F]{2})/u);
        expect(artifactLocation.uriBaseId === undefined).toBe(artifactLocation.uri.startsWith("file:///"));
        for (const number of Object.values(region)) expect(number).toBeGreaterThanOrEqual(1);
        expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
      }
    }
  });

  test.each(samples)("no text is empty: $name", async ({ report: one }) => {
    expect(emptyTexts(await log(one))).toEqual([]);
  });

  test("every rule is described, within the limits", async () => {
    const [{ tool }] = (await log(report([]))).runs;
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(explanations.map(({ id }) => id));
    for (const rule of tool.driver.rules) {
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.help.markdown).toMatch(/\*\*Source\*\*: [\s\S]*\*\*Good\*\*[\s\S]*\*\*Bad\*\*/u);
      expect(rule.properties?.tags.length).toBeLessThanOrEqual(20);
      expect(rule.properties?.tags[0]).toBe(explanations.find(({ id }) => id === rule.id)?.basis);
    }
  });

  test("a clean run has an empty list of results", async () => {
    const [{ results }] = (await log(report([]))).runs;
    expect(results).toEqual([]);
  });

  test("the worst are kept where there are too many", async () => {
    const advice = Array.from({ length: 25_000 }, () => finding({ severity: "advice", path: "a.yaml" }));
    const one = report([...advice, finding({ path: "z.yaml" })]);
    const [{ results, invocations }] = (await log(one)).runs;
    expect(results).toHaveLength(25_000);
    expect(results[0]?.level).toBe("error");
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^1 finding left out/u);
  });
});

/** Pointers to texts that say nothing, which GitHub refuses. */
function emptyTexts(value: unknown, at = ""): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [at] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => emptyTexts(one, `${at}/${key}`));
}

test.each([
  ["error", "error"],
  ["warning", "warning"],
  ["advice", "note"],
] as const)("the level of %s is %s", async (severity, level) => {
  const [{ results }] = (await log(report([finding({ severity })]))).runs;
  expect(results.map((one) => one.level)).toEqual([level]);
});

describe("the place of a file", () => {
  test.each(hostilePaths)("%s can be had back", async (path) => {
    const [{ results }] = (await log(report([finding({ path })]))).runs;
    const uri = results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? "";
    expect(decodeURIComponent(new URL(uri, "file:///root/").pathname)).toBe(`/root/${path}`);
  });

  test.each([
    ["courses/", "units/a.yaml", "courses/units/a.yaml"],
    ["courses/level 2/", "../a.yaml", "courses/a.yaml"],
    ["", "../a.yaml", "../a.yaml"],
    ["courses/", "D:/x y/a.yaml", "file:///D:/x%20y/a.yaml"],
    ["courses/", "/x/a.yaml", "file:///x/a.yaml"],
  ])("below %s, %s is %s", async (below, path, uri) => {
    const [{ results }] = (await log(report([finding({ path })], { below }))).runs;
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });
});

test("the message links to every related place", async () => {
  const related = ["the [first]", "the second"].map((message) => ({ message, place: finding({ at: [0, 4] }).place }));
  const [{ results }] = (await log(report([finding({ message: "Unexpected `[a](1)`", related })]))).runs;
  expect(results[0]?.message.text).toBe("Unexpected `\\[a](1)` (see [the \\[first\\]](1), [the second](2))");
  expect(results[0]?.relatedLocations?.map(({ id }) => id)).toEqual([1, 2]);
});

test.each([
  [2, "toolConfigurationNotifications"],
  [3, "toolExecutionNotifications"],
  [70, "toolExecutionNotifications"],
] as const)("exit code %s stands in the %s", async (exitCode, list) => {
  const [{ invocations }] = (await log(report([], { error: { message: "Unexpected mishap", exitCode } }))).runs;
  expect(invocations[0]).toMatchObject({
    executionSuccessful: false,
    exitCode,
    [list]: [{ level: "error", message: { text: "Unexpected mishap" } }],
  });
});
