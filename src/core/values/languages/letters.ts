/**
 * Words by their letters, for looking them up: lower case, without marks, Turkish dotless i as i. For reading only:
 * values are never compared so, since marks change words.
 */
export function letters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ı/gu, "i");
}
