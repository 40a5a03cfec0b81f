import { letters } from "./languages/letters.ts";
import { typographyKey } from "./typography.ts";

/**
 * One key for all spellings of an outlet's name: letters' case, typography, an English article at its head and, of a
 * site's name, the scheme and `www.` aside. `The Coast Herald` → `coast herald`, `https://www.Zed.io/` → `zed.io`.
 */
export function outletKey(name: string): string {
  const key = typographyKey(name).toLowerCase().normalize("NFC");
  // Marks of Latin letters are often left out. Those of other scripts make other words.
  const plain = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(key) ? letters(key) : key;
  return plain.replace(/^(?:https?:\/\/)?(?:www\.)?(\S+\.[a-z]{2,})\/?$/u, "$1").replace(/^the (?=\S)/u, "");
}
