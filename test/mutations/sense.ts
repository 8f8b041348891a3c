import type { Mutation } from "./mutation.ts";
export const senseMutations: readonly Mutation[] = [];
