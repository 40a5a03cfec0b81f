import type { Claim } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { SLOTS } from "./index.ts";

export interface Naming {
  readonly of: keyof Names;
  readonly id: string;
}

/** What a claim names, each with its kind: its talks, its side, and what its fields have ids of. */
export function namedBy({ slot, talks, side, fields }: Claim): readonly Naming[] {
  return [
    { of: "talks", id: talks },
    ...(side === undefined ? [] : [{ of: "parties", id: side } as const]),
    ...Object.entries(fields).flatMap(([field, value]) => {
      const of = SLOTS[slot].fields[field]?.of;
      return of === undefined ? [] : [{ of, id: String(value) }];
    }),
  ];
}
