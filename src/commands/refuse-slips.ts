import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";

/** What people type who seldom type commands: a long dash, a space after a comma, an option before the command. */
export function refuseSlips(args: readonly string[], commands: readonly string[]): void {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const dashed = own.find((arg) => /^-?[\u2010-\u2015\u2212]+[a-z]/iu.test(arg));
  if (dashed !== undefined) {
    const meant = dashed.replace(/^-?[\u2010-\u2015\u2212]+/u, "--");
    throw usageError(`Unexpected long dash in ${code(dashed)}, as word processors make it; write ${code(meant)}`);
  }
  const single = own.find((arg) => /^-[a-z]{2}[a-z-]*(?:=|$)/iu.test(arg));
  if (single !== undefined)
    throw usageError(`Unexpected single hyphen in ${code(single)}; write ${code(`-${single}`)}`);
  const cut = own.findIndex((arg, at) => {
    const next = own[at + 1];
    return arg.endsWith(",") && own[at - 1]?.startsWith("--") === true && next !== undefined && !next.startsWith("-");
  });
  if (cut !== -1) {
    const [one = "", next = ""] = own.slice(cut, cut + 2);
    const said = `Unexpected space after the comma in ${code(`${one} ${next}`)}, expected none between names`;
    throw usageError(`${said}; write ${code(`${own[cut - 1]} ${one}${next}`)}`);
  }
  const [first = "", ...rest] = own;
  const command = rest.find((arg) => commands.includes(arg));
  if (!/^--[a-z]/u.test(first) || command === undefined || first === "--help" || first === "--version") return;
  const others = args.filter((arg) => arg !== command);
  throw usageError(
    `Unexpected ${code(first)} before the command; write ${code(["qualspec", command, ...others].join(" "))}`,
  );
}
