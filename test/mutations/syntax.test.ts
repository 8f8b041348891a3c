import { playMutations } from "./play-mutations.ts";
import { syntaxMutations } from "./syntax.ts";

playMutations(syntaxMutations);
