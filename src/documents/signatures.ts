import { capitalise } from "../text/words.ts";
import type { Words } from "../words/words.ts";

export type Role = "learner" | "assessor" | "countersigner" | "iqa" | "witness" | "approver";

/** The rows of a table of signatures: who signs, and the names of the fields. */
export function signatureRows(prefix: string, roles: readonly Role[], words: Words) {
  return roles.map((role) => {
    const who = words(`role.${role}`);
    const cell = (what: "name" | "signature" | "date") => ({
      field: `${prefix}.${role}-${what}`,
      label: words("sign.field", { what: words(`sign.${what}`), role: who }),
    });
    return { role: capitalise(who), name: cell("name"), signature: cell("signature"), date: cell("date") };
  });
}
