import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Renamed } from "./rename-edits.ts";

/** By what a finding is known again once things have other names: its rule, its file and what it is about. */
export function sameFinding({ name, to, move }: Renamed): (finding: Diagnostic) => string {
  return ({ rule, place }) => {
    const path = place.file.path === move?.from ? move.to : place.file.path;
    const pointer = place.pointer.split("/").map((step) => (step === name.id ? to : step));
    return [rule, path, ...pointer].join(" ");
  };
}
