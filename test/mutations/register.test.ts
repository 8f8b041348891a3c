import { playMutations } from "./play-mutations.ts";
import { registerMutations } from "./register.ts";

playMutations(registerMutations);
