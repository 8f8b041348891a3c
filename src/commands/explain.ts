import { exitCode } from "../cli/exit-code.ts";
import { usageError } from "../cli/user-error.ts";
import { suggest } from "../text/suggest.ts";
import { code } from "../text/words.ts";
import { defineCommand } from "./define-command.ts";

export const explainCommand = defineCommand<object>({
  name: "explain",
  arguments: "[rule]",
  argumentsHelp: "the name of a rule, as `check` prints it; without one, all are listed",
  summary: "Say what a rule checks, why, who asks for it, and show a good and a bad example",
  details: "",
  examples: [
    ["qualspec explain", "list every rule"],
    ["qualspec explain credit-matches-hours", "explain one rule"],
  ],
  options: [],
  run: async (io, [id]) => {
    const { explanationGroups } = await import("../rules/index.ts");
    const { collectGroup } = await import("../collect/explanations.ts");
    const groups = [...explanationGroups, collectGroup];
    const explanations = groups.flatMap((group) => group.explanations);
    const { prettyExplanation, prettyExplanations } = await import("../reporters/explanations.ts");
    const { coloursFor } = await import("../reporters/colours.ts");
    const colour = await coloursFor(io, io.out);
    if (id === undefined) {
      io.out.write(prettyExplanations(groups, io.out.columns, colour));
      return exitCode.clean;
    }
    const explanation = explanations.find((one) => one.id === id);
    if (explanation === undefined) {
      const meant = suggest(
        id,
        explanations.map((one) => one.id),
      );
      const how = meant === null ? `${code("qualspec explain")} lists all` : `did you mean ${code(meant)}?`;
      throw usageError(`Unknown rule ${code(id)}; ${how}`);
    }
    io.out.write(prettyExplanation(explanation, io.out.columns, colour));
    return exitCode.clean;
  },
});
