/**
 * How wide a text is at most, in pixels: there is no font to ask, and whoever looks may have another. A little more than the
 * common sans-serif fonts take.
 */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, sign) => sum + emsOf(sign), 0) * size;
}

/** The lines of a text of at most a width, between words; a word that is wider is cut. */
export function linesOf(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).flatMap((one) => pieces(one, width, size))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function pieces(word: string, width: number, size: number): readonly string[] {
  const found: string[] = [];
  let piece = "";
  for (const sign of word) {
    if (piece !== "" && widthOf(piece + sign, size) > width) {
      found.push(piece);
      piece = sign;
    } else piece += sign;
  }
  return piece === "" ? found : [...found, piece];
}

function emsOf(sign: string): number {
  if (/[ijlI.,:;'|!()[\]]/u.test(sign)) return 0.36;
  if (/[ftr \-/"]/u.test(sign)) return 0.42;
  if (/[mwMW@%&]/u.test(sign)) return 0.95;
  if (/[A-Z0-9]/u.test(sign)) return 0.7;
  // Of scripts whose signs fill a square, and of pictures.
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|\p{Extended_Pictographic}/u.test(sign)) return 1.1;
  return /\p{Mn}/u.test(sign) ? 0 : 0.6;
}
