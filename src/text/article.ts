/** Letters whose names begin with a vowel: "an IQA". */
const spelledWithVowel = /^[AEFHILMNORSX]/u;
/** Vowels that are spoken as "you" or "one", and an h that is not spoken. */
const spokenAsConsonant = /^(?:eu|ewe|one\b|once\b|u[bcfhjkqrst][aeiou]|uni(?!m|n))/iu;
const silentStart = /^(?:hour|honest|honour|heir)/iu;

/** "a" or "an", as it is spoken before a word. */
export function articleFor(word: string): "a" | "an" {
  const [first = ""] = word.split(/[\s-]/u);
  if (/^[A-Z]{2,}\d*$/u.test(first)) return spelledWithVowel.test(first) ? "an" : "a";
  if (silentStart.test(first)) return "an";
  return /^[aeiouàáâäèéêëìíîïòóôöùúûü]/iu.test(first) && !spokenAsConsonant.test(first) ? "an" : "a";
}
