import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import { type SpecificationKind, specificationKinds } from "../schema/kinds.ts";
import { shapeFinding } from "../schema/shape-case.ts";
import { validate } from "../schema/validate.ts";
import { decode } from "../source/decode.ts";
import { renameKey, rewriteValue } from "../source/edits/rewrite.ts";
import { parse } from "../source/parse.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { sameLetters } from "../text/same-letters.ts";
import { suggest } from "../text/suggest.ts";
import { code, excerpt, joinWords } from "../text/words.ts";

/** A file after the gates of syntax and shape. */
export interface ReadFile {
  /** Absolute, or the name given for standard input. */
  readonly path: string;
  /** null where the file cannot be relied on: it has findings of its own then. */
  readonly sound: { readonly kind: SpecificationKind; readonly spec: SpecFile } | null;
  /** What the file calls itself, as far as that can be read. */
  readonly id: string | null;
  readonly findings: readonly Diagnostic[];
  /** A YAML file of somebody else's, met while walking a folder. */
  readonly isForeign: boolean;
}

const telltaleKeys = [
  "id",
  "title",
  "learningOutcomes",
  "rulesOfCombination",
  "awardingOrganisation",
  "nodes",
  "units",
  "level",
  "credit",
  "guidedLearningHours",
  "totalUnitTime",
  "totalQualificationTime",
];

/** Reads one file through the gates. `isNamed`: the user named it, so that it must be a specification. */
export async function readSpecification(
  path: string,
  printed: string,
  bytes: Uint8Array,
  isNamed: boolean,
): Promise<ReadFile> {
  const broken = (findings: readonly Diagnostic[], id: string | null = null): ReadFile => ({
    path,
    sound: null,
    id,
    findings,
    isForeign: false,
  });
  const foreign: ReadFile = { path, sound: null, id: null, findings: [], isForeign: true };
  const decoded = decode(printed, bytes);
  const { text } = decoded.file;
  const saysNothing = !/^\s*[^\s#]/mu.test(text);
  // No program writes such YAML: it was meant as a specification, and would be left out in silence.
  const isNoText = text.includes("\0");
  const isOurs = isNamed || saysNothing || isNoText || hasOurKeys(text);
  if (decoded.findings.length > 0) return isOurs ? broken(decoded.findings, idWritten(text)) : foreign;
  const parsed = parse(decoded.file);
  if (parsed.spec === null) return isOurs ? broken(await withoutDoubt(parsed.findings), idWritten(text)) : foreign;

  const { spec } = parsed;
  const data = spec.data as Readonly<Record<string, unknown>> | null;
  const id = typeof data?.["id"] === "string" ? data["id"] : null;
  const kind = kindOf(data);
  if (isKnown(kind)) {
    const shape = await validate(spec, kind);
    if (shape.length > 0) return broken([...parsed.findings, ...shape], id);
    return { path, sound: { kind, spec }, id, findings: parsed.findings, isForeign: false };
  }
  if (!isOurs && !looksLikeOurs(data, kind)) return foreign;
  return broken([...parsed.findings, explainKind(spec, data, kind)], id);
}

/** Without the fix of `title: A credit: 2`: it may be a text with a colon, or two keys on one line. */
async function withoutDoubt(findings: readonly Diagnostic[]): Promise<readonly Diagnostic[]> {
  if (!findings.some(({ rule, fix }) => rule === "unquoted-colon" && fix !== undefined)) return findings;
  const { knownKeys } = await import("../schema/schema-at.ts");
  const keys = new Set(specificationKinds.flatMap((kind) => [...knownKeys(kind)]));
  return findings.map((one) => {
    const { fix, ...rest } = one;
    const written = one.place.file.text.slice(one.place.start, one.place.end);
    const words = [...written.matchAll(/(\S+):\s/gu)].map(([, word = ""]) => word);
    return one.rule === "unquoted-colon" && words.some((word) => keys.has(word)) ? rest : one;
  });
}

/** The id that a file gives itself, where it cannot be read otherwise. */
export function idWritten(text: string): string | null {
  return /^id:[ \t]*["']?([\w-]+)/mu.exec(text)?.[1] ?? null;
}

/** Whether a text has top-level lines such as our files have, so that it is worth a finding though it cannot be read. */
function hasOurKeys(text: string): boolean {
  if (/^#.*\$schema=\S*(?:qualification|unit|framework)\.schema\.json/mu.test(text)) return true;
  if (/^["']?kind["']?\s*:\s*["']?(?:qualification|unit|framework)\b/mu.test(text)) return true;
  if (/^(?:- )?kind:?[ \t]+["']?(?:qualification|unit|framework)["']?\s*$/mu.test(text)) return true;
  return telltaleKeys.filter((key) => new RegExp(`^${key}\\s*:`, "mu").test(text)).length >= 2;
}

function kindOf(data: Readonly<Record<string, unknown>> | null): unknown {
  return typeof data === "object" && data !== null && !Array.isArray(data) ? data["kind"] : undefined;
}

function isKnown(kind: unknown): kind is SpecificationKind {
  return specificationKinds.includes(kind as SpecificationKind);
}

/** Whether data of no known kind is a specification with a slip in `kind`, and not the file of another program. */
function looksLikeOurs(data: Readonly<Record<string, unknown>> | null, kind: unknown): boolean {
  if (typeof kind === "string") return suggest(kind, specificationKinds) !== null;
  const keys = Object.keys(data ?? {});
  if (telltaleKeys.filter((key) => keys.includes(key)).length >= 2) return true;
  const meant = suggest("kind", keys);
  return meant !== null && (keys.includes("id") || isKnown(data?.[meant]));
}

function explainKind(spec: SpecFile, data: Readonly<Record<string, unknown>> | null, kind: unknown): Diagnostic {
  const choice = joinWords(
    specificationKinds.map((one) => code(`kind: ${one}`)),
    "or",
  );
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    const message = `Unexpected ${Array.isArray(data) ? "list" : "text"}, expected keys: ${choice}, then ${code("id:")} and ${code("title:")}; write them first`;
    return shapeFinding("wrong-type", message, spec.valueAt([]));
  }
  if (kind === undefined) {
    const keys = Object.keys(data);
    const misspelt = suggest(
      "kind",
      keys.filter((key) => !telltaleKeys.includes(key)),
    );
    if (misspelt !== null) {
      const message = `Unexpected key ${code(misspelt)}, expected ${code("kind")}; rename it`;
      const fix = sameLetters(misspelt, ["kind"]) === null ? null : renameKey(spec, [misspelt], "kind");
      return shapeFinding("unknown-key", message, spec.keyAt([misspelt]), [], fixOf("Rename the key to `kind`", fix));
    }
    const message = `Missing key ${code("kind")}, expected ${choice}; add it as the first line`;
    return shapeFinding("missing-kind", message, spec.keyAt([keys[0] ?? ""]));
  }
  const meant = typeof kind === "string" ? suggest(kind, specificationKinds) : null;
  const hint = meant === null ? "choose one of them" : `did you mean ${code(meant)}?`;
  const place = spec.valueAt(["kind"]);
  const written = kind === null ? "without a value" : excerpt(spec.source.text.slice(place.start, place.end), 40);
  const expected = joinWords(specificationKinds.map(code), "or");
  const message = `Unexpected kind ${written}, expected ${expected}; ${hint}`;
  const same = typeof kind === "string" ? sameLetters(kind, specificationKinds) : null;
  const fix = same === null ? null : fixOf(`Write ${code(same)}`, rewriteValue(spec, ["kind"], same));
  return shapeFinding("unknown-kind", message, place, [], fix);
}
