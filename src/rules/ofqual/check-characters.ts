/** Weights of the first seven digits of a qualification number, and of older unit references. */
const weights = [8, 7, 6, 5, 4, 3, 2];
const modulus = 11;
/** The letters that a unit reference may begin with. */
const unitLetters = "ADFHJKLMRTY";

/**
 * The character that ends a qualification number, from its first seven digits: 0 to 9 or X. Derived from published
 * numbers (138 of 139 agree), not from an official statement.
 */
export function qualificationCheck(digits: string): string {
  const rest = weighted(digits) % modulus;
  return rest === 10 ? "X" : String(rest);
}

/** Whether the letter of a unit reference agrees with one of the two rules that published references follow. */
export function unitLetterAgrees(letter: string, digits: string): boolean {
  const plain = [...digits].reduce((sum, digit) => sum + Number(digit), 0);
  return [weighted(digits), plain + 6].some((sum) => unitLetters[sum % modulus] === letter);
}

function weighted(digits: string): number {
  return weights.reduce((sum, weight, position) => sum + weight * Number(digits[position]), 0);
}
