import { z } from "zod";
import { ROLES, type Names } from "#core/facts/names.ts";

const words = z.string("write words here").trim().min(1, "write something, or leave it out");
const NAMED = {
  /** By which the file itself names it. */
  id: words.exactOptional(),
  name: words,
  aliases: z.array(words, "write a list of spellings").default([]),
};

/**
 * What a file may say of each kind of name: the form of `pack.yaml`, with what can be told from elsewhere left out at
 * will. A party is named by an id of the file, or by any name that the desk knows.
 */
export const FORMS = {
  negotiations: z.object(NAMED),
  parties: z.object({
    ...NAMED,
    adjective: words.exactOptional(),
    role: z.enum(ROLES, `a role is one of ${ROLES.join(", ")}`).default("party"),
  }),
  talks: z.object({
    ...NAMED,
    order: z
      .string()
      .regex(/^[1-9]\d{0,2}$/u, "write the round's number")
      .transform(Number)
      .exactOptional(),
    parties: z.array(words, "write a list of parties").default([]),
  }),
  people: z.object({ ...NAMED, party: words.exactOptional() }),
  places: z.object({ ...NAMED, kind: words.exactOptional() }),
  slots: z.object({ ...NAMED, holds: z.enum(["one", "many"], "write one or many").default("many") }),
} as const;

/** A name as a file has it, with its place in the file; or what is wrong with it there. */
export type NameEntry<K extends keyof Names> =
  | { readonly where: string; readonly of: K; readonly item: z.output<(typeof FORMS)[K]> }
  | { readonly where: string; readonly of: K; readonly problem: string };

/** The names of one negotiation in a file. */
export interface PackNames {
  readonly negotiation?: NameEntry<"negotiations">;
  readonly parties: readonly NameEntry<"parties">[];
  readonly talks: readonly NameEntry<"talks">[];
  readonly people: readonly NameEntry<"people">[];
  readonly places: readonly NameEntry<"places">[];
  readonly slots: readonly NameEntry<"slots">[];
}
