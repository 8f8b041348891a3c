import { parseYaml } from "../parse-yaml.ts";
import { quoted } from "./quoted.ts";

/** A text of one line as YAML writes it behind a key: as it is where it is read as that, else in quotation marks. */
export function written(text: string): string {
  return isReadAsItself(text) ? text : quoted(text);
}

/** A # or an & may be read as it stands, and still be taken for a slip. */
function isReadAsItself(text: string): boolean {
  if (/[#&*!]/u.test(text)) return false;
  const document = parseYaml(`a: ${text}\n`);
  return document.errors.length === 0 && document.get("a") === text;
}
