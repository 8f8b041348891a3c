/** What has to be known of a framework. */
export interface FrameworkNames {
  readonly id: string;
  /** The one that it takes the place of. */
  readonly replaces: string | null;
  /** Of its entries. */
  readonly nodeIds: ReadonlySet<string>;
}

/** The framework in which an entry stands that takes the place of another: the version that replaces its own, else its own. */
export function homeOf(entry: string, within: string, all: readonly FrameworkNames[]): string {
  const home = all.find(({ id, replaces, nodeIds }) => id !== within && replaces === within && nodeIds.has(entry));
  return home?.id ?? within;
}
