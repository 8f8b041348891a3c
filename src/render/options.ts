/** How templates are compiled, ours and those of a house. */
export const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { t: true, inline: true, block: true },
} as const;

/** Pages of the website also hold what is markup already: drawings, and data for scripts. */
export const siteOptions = { ...options, knownHelpers: { ...options.knownHelpers, verbatim: true } } as const;
