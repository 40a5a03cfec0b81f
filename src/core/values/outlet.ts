import { typographyKey } from "./typography.ts";

/**
 * One key for all spellings of an outlet's name: letters' case, typography and an English article at its head aside.
 * `The Coast Herald` → `coast herald`.
 */
export function outletKey(name: string): string {
  const key = typographyKey(name).toLowerCase().normalize("NFC");
  return key.replace(/^the (?=\S)/u, "");
}
