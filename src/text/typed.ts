/** A path as it is typed in a command line: between quotation marks where a blank would end it. */
export function typed(path: string): string {
  return /[\s&()]/u.test(path) ? `"${path}"` : path;
}
