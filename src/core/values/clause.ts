import { typographyKey } from "./typography.ts";

/**
 * Equal for two clauses that are the same after typography. A clause is told within a sentence of ours, so the case of
 * its first letter and a full stop at its end are typography too; every other letter, mark, sign and figure counts.
 */
export function clauseKey(text: string): string {
  const key = typographyKey(text).replace(/\.$/u, "");
  const [first = "", second = ""] = key;
  return /\p{Lu}/u.test(first) && !/\p{Lu}/u.test(second) ? first.toLowerCase() + key.slice(first.length) : key;
}
