/** The words of a criterion's text, which is inline CommonMark, for where it stands as plain text. */
export function plainText(markdown: string): string {
  return (
    markdown
      // What the page makes no link of stands there as it was written.
      .replace(/(?<!!)\[([^\]]*)\]\((?:https?:|mailto:)[^)]*\)/giu, "$1")
      .replace(/(?<!\\)(\*\*|__|`)(.+?)(?<!\\)\1/gu, "$2")
      .replace(/(?<![\\\w])([*_])(?=\S)(.+?)(?<=\S)(?<!\\)\1(?!\w)/gu, "$2")
      .replace(/\\([!-/:-@[-`{-~])/gu, "$1")
  );
}
