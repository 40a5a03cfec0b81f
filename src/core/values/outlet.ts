import { letters } from "./languages/letters.ts";
import { typographyKey } from "./typography.ts";

/**
 * One key for all spellings of an outlet's name: letters' case, typography and an English article at its head aside.
 * `The Coast Herald` → `coast herald`.
 */
export function outletKey(name: string): string {
  const key = typographyKey(name).toLowerCase().normalize("NFC");
  // Marks of Latin letters are often left out. Those of other scripts make other words.
  const plain = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(key) ? letters(key) : key;
  return plain.replace(/^the (?=\S)/u, "");
}
