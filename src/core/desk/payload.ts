import { ARTICLE } from "#core/facts/article.ts";
import { CLAIM } from "#core/facts/fact.ts";
import { NAME_KINDS } from "#core/facts/names.ts";
import { z } from "zod";

/** What a desk or the library keeps of each kind of subject: a row's `after`, parsed once when it is read. */
export const PAYLOAD = {
  fact: z.object({
    /** The fact's claims where they are the desk's own, in place of any shipped. */
    claims: z.array(CLAIM).min(1).optional(),
    /** Claims added to the shipped ones. */
    more: z.array(CLAIM).optional(),
    /** Why it was retracted, while it is. */
    retracted: z.string().optional(),
    disputed: z.object({ with: z.string(), why: z.string() }).optional(),
    /** The fact that this one was set aside for when their disagreement was settled. */
    settled: z.string().optional(),
    locked: z.literal(true).optional(),
  }),
  article: ARTICLE,
  name: z.object({
    of: z.enum(NAME_KINDS),
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    order: z.number().optional(),
    adjective: z.string().optional(),
    party: z.string().optional(),
  }),
  alias: z.object({
    of: z.enum([...NAME_KINDS, "facts"]),
    id: z.string(),
    spelling: z.string(),
    removed: z.literal(true).optional(),
  }),
  suggestion: z.object({
    state: z.enum(["waiting", "approved", "declined"]),
    /** The values of `/facts add` that it stands for. */
    values: z.record(z.string(), z.string()),
    reason: z.string().optional(),
    fact: z.string().optional(),
  }),
  role: z.object({ platform: z.string(), kind: z.enum(["role", "group", "user"]), id: z.string(), name: z.string() }),
  link: z.object({ platform: z.string(), id: z.string() }),
} as const;

export type FactState = z.infer<typeof PAYLOAD.fact>;
export type SuggestionState = z.infer<typeof PAYLOAD.suggestion>;
export type RoleGrant = z.infer<typeof PAYLOAD.role>;
