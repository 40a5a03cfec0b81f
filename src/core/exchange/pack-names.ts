import { z } from "zod";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ROLES, type Names } from "#core/facts/names.ts";

const PROBLEMS = [
  "written.words",
  "written.something",
  "written.spellings",
  "written.role",
  "written.order",
  "written.parties",
  "written.holds",
] as const;
type Problem = (typeof PROBLEMS)[number];

/** What zod is to say of a wrong part: the id of the message that tells it. */
const says = (problem: Problem): Problem => problem;

/** What the forms said of a wrong part, in the reader's language. */
export function toldProblem(said: string, at: Told): string {
  const problem = PROBLEMS.find((id) => id === said) ?? "written.words";
  return tell(at, problem, { roles: ROLES.join(", ") });
}

const words = z.string(says("written.words")).trim().min(1, says("written.something"));
const NAMED = {
  /** By which the file itself names it. */
  id: words.exactOptional(),
  name: words,
  aliases: z.array(words, says("written.spellings")).default([]),
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
    role: z.enum(ROLES, says("written.role")).default("party"),
  }),
  talks: z.object({
    ...NAMED,
    order: z
      .string(says("written.order"))
      .regex(/^[1-9]\d{0,2}$/u, says("written.order"))
      .transform(Number)
      .exactOptional(),
    parties: z.array(words, says("written.parties")).default([]),
  }),
  people: z.object({ ...NAMED, party: words.exactOptional() }),
  places: z.object({ ...NAMED, kind: words.exactOptional() }),
  slots: z.object({ ...NAMED, holds: z.enum(["one", "many"], says("written.holds")).default("many") }),
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
