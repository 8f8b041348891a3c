/** How templates are compiled, ours and those of a house. */
export const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { t: true, inline: true, block: true },
} as const;
