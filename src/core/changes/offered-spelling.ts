import type { Refusal } from "#core/request/refusal.ts";
import { readName } from "#core/request/options/named-or-new.ts";

/** A typed name, and the known one that it is most likely a spelling of. */
export interface OfferedSpelling {
  readonly typed: string;
  readonly known: string;
}

/** What a refused name may be a spelling of: the first that its refusal offers; undefined where it offers none. */
export function offeredSpelling({ field, buttons }: Refusal): OfferedSpelling | undefined {
  const values = buttons.flatMap(({ call }) => call.values[field ?? ""] ?? []);
  for (const value of values) {
    const { known, words } = readName(value);
    if (known !== undefined) return { typed: words, known };
  }
  return undefined;
}
