import { playMutations } from "./play-mutations.ts";
import { shapeMutations } from "./shape.ts";

playMutations(shapeMutations);
