import { certificate, type Mutation, mutation } from "./mutation.ts";

const title = "Example Awards Level 2 Adult Social Care Certificate";

/** A number that the Register does not have, and what an export of it would say. */
function compared(about: string, cells: string, rules: string, at: string, says: string): Mutation {
  return mutation(about, certificate, "number: none", "number: 999/0000/2", rules, {
    at,
    says,
    files: { "register.csv": `Qualification Number,Qualification Title,${cells}\n` },
  });
}

/** What a specification and its row in an export of the Register disagree on. */
export const registerMutations: readonly Mutation[] = [
  compared(
    "a number that the export does not have",
    "Total Credits\n999/0001/4,Another,36",
    "register-row",
    "number: «999/0000/2»",
    "expected a row for it in `register.csv`",
  ),
  compared(
    "a title with other words",
    `Total Credits\n99900002,${title.replace("Adult", "Young Adult")},36`,
    "register-title",
    `title: «${title}»`,
    "Missing `Young`",
  ),
  compared(
    "another area",
    `Qualification SSA,Assessment Methods\n999/0000/2,${title},1.4 Public services,"Practical Demonstration/Assignment, Portfolio of Evidence"`,
    "register-facts",
    'sector: «"1.3"»',
    "expected `1.4 Public services`",
  ),
  compared(
    "credit that was changed in one place",
    `Total Credits,Guided Learning Hours\n999/0000/2,${title},35,288`,
    "register-figures",
    "credit: «36»",
    "expected `35`",
  ),
  compared(
    "an operational start that moved",
    `Operational Start Date\n999/0000/2,${title},2026-10-01`,
    "register-dates",
    "operationalStart: «2026-09-01»",
    "expected `2026-10-01`",
  ),
];
