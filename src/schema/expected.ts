import { code, joinWords } from "../text/words.ts";
import type { Found, Schema } from "./schema-at.ts";

/** What a place takes, in words: "text, `none` or a whole number from 1 to 8". */
export function expectedWords(found: readonly Found[]): string {
  const isOpenList = found.some(({ schema }) => schema.type === "string");
  const words = found.filter(({ schema }) => !(isOpenList && schema.enum)).flatMap(({ schema }) => branchWords(schema));
  return joinWords([...new Set(words)], "or");
}

function branchWords(schema: Schema): readonly string[] {
  if (schema.const !== undefined) return [code(String(schema.const))];
  if (schema.enum !== undefined) return schema.enum.map((word) => code(String(word)));
  switch (schema.type) {
    case "string":
      return ["text"];
    case "integer":
      return [wholeNumber(schema)];
    case "array":
      return ["a list"];
    case "object":
      return [keyWords(schema)];
    default:
      return ["something else"];
  }
}

function wholeNumber({ minimum, maximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return `a whole number from ${minimum} to ${maximum}`;
  return minimum === undefined ? "a whole number" : `a whole number from ${minimum}`;
}

function keyWords(schema: Schema): string {
  const keys = Object.keys(schema.properties ?? {}).slice(0, 3);
  return keys.length === 0 ? "keys with values" : `keys such as ${joinWords(keys.map((key) => code(`${key}:`)))}`;
}

interface Form {
  readonly words: string;
  /** The text that the author most likely means, where one can be told. */
  readonly mend: (value: string) => string | null;
}

/** What word processors make of a hyphen. */
const longDashes = /[\u2010-\u2015\u2212]/gu;

const slug: Form = {
  words: "lower-case letters, digits and single hyphens between them",
  mend: (value) => {
    const made = value
      .replace(/^.*[\\/](?=[^\\/]+\.ya?ml$)|\.ya?ml$/giu, "")
      .toLowerCase()
      .normalize("NFKD")
      .replace(longDashes, "-")
      .replace(/[\s_./,&+:-]+/gu, "-")
      .replace(/[^a-z0-9-]+/gu, "")
      .replace(/^-+|-+$/gu, "");
    return made === "" || made === value ? null : made;
  },
};

/** The forms that texts have, by the name of their definition in the schemas. */
const forms: Readonly<Record<string, Form>> = {
  id: slug,
  key: slug,
  ruleId: slug,
  label: { words: "letters, digits and single hyphens between them", mend: (value) => slug.mend(value) },
  date: { words: "a day as year-month-day such as `2026-04-01`", mend: isoDate },
  version: { words: "a version such as `1` or `1.0`", mend: (value) => /\d+(?:\.\d+)?/u.exec(value)?.[0] ?? null },
  url: { words: "a web address that begins with `https://`", mend: webAddress },
  urlOrNone: { words: "a web address that begins with `https://`, or `none`", mend: webAddress },
  language: { words: "a language code such as `en-GB` or `cy`", mend: () => null },
  colour: { words: 'a colour such as `"#0B4F6C"`, in quotes', mend: hexColour },
  family: { words: "the name of a font: letters, digits, spaces and hyphens", mend: () => null },
  line: { words: "text on one line", mend: (value) => value.replace(/\s+/gu, " ").trim() || null },
  place: { words: "a place such as `unit`, `unit#key` or `unit/1.2`", mend: () => null },
  numbering: { words: "a pattern with `{n}` or `{a}` in it, such as `{outcome}.{n}`", mend: () => null },
};

/** What form a text should have, and what to write instead. */
export function expectedForms(found: readonly Found[], value: string): { words: string; mend: string } {
  const found1 = found.find(({ schema }) => schema.type === "string") ?? found[0];
  const form = (found1?.name ? forms[found1.name] : undefined) ?? formOf(found1?.schema);
  const meant = form.mend(value);
  const reserved =
    meant === null && form === slug ? "choose another, since Windows keeps this name for itself" : "change it";
  return { words: form.words, mend: meant === null ? reserved : `write ${code(meant)}` };
}

function formOf(schema: Schema | undefined): Form {
  if (schema?.pattern?.includes("{n") || schema?.pattern?.includes("[na]")) return forms["numbering"] ?? slug;
  if (schema?.pattern?.includes("@"))
    return { words: "an e-mail address such as `name@example.org`", mend: () => null };
  return { words: "another form", mend: () => null };
}

/** #abc, 0B4F6C and # 0b4f6c, in the quotes that it needs. */
function hexColour(value: string): string | null {
  const digits = value.replace(/[#\s]/gu, "").toUpperCase();
  if (/^[0-9A-F]{6}$/u.test(digits)) return `"#${digits}"`;
  return /^[0-9A-F]{3}$/u.test(digits) ? `"#${digits.replace(/./gu, "$&$&")}"` : null;
}

function webAddress(value: string): string | null {
  return /^(?!https?:)[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(value) ? `https://${value}` : null;
}

/** The text that an author certainly means, where a form tells it; null where it may be another. */
export function certainText(found: readonly Found[], value: string): string | null {
  const name = found.find(({ schema }) => schema.type === "string")?.name ?? "";
  const meant = forms[name]?.mend(value) ?? null;
  if (meant === null) return null;
  switch (name) {
    case "id":
    case "key":
    case "ruleId":
      return /^(?:[\w-]+[\\/])*[a-z\d]+(?:[\s_\u2010-\u2015\u2212-]+[a-z\d]+)*(?:\.ya?ml)?$/iu.test(value)
        ? meant
        : null;
    case "date":
      return isUnambiguous(value) ? meant : null;
    case "version":
      return /^v\d+(?:\.\d+)?$/iu.test(value) ? `"${meant}"` : null;
    default:
      return null;
  }
}

/** The year first, or a day that is no month: where it is written, the first two of 01/04/2026 may be either. */
function isUnambiguous(date: string): boolean {
  const [, first = ""] = /^(\d+)/u.exec(date) ?? [];
  return first.length === 4 || Number(first) > 12;
}

/** 1/4/2026, 01.04.26 or 2026-4-1, day before month as the United Kingdom writes it. */
function isoDate(value: string): string | null {
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(value);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(value);
  const [year, month, day] = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : yearFirst ? yearFirst.slice(1) : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const exists =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) <= new Date(Number(year), Number(month), 0).getDate();
  return exists ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}
