import { playMutations } from "./play-mutations.ts";
import { senseMutations } from "./sense.ts";

playMutations(senseMutations);
