import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { z } from "zod";

const CLAIM = z.object({
  id: z.string(),
  talks: z.string(),
  slot: z.enum(SLOT_NAMES),
  side: z.string().optional(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  as: z.record(z.string(), z.string()),
  according: z.object({ how: z.enum(["according to", "confirmed by", "as told by"]), who: z.string() }).optional(),
  citation: z.object({ article: z.string(), paragraph: z.number(), excerpt: z.string().optional() }),
});

const NAMES = z.enum(["talks", "parties", "people", "places"]);

/** What a desk (or the library) keeps of each kind of subject: a row's `after`, parsed once when it is read. */
export const PAYLOAD = {
  fact: z.object({
    /** The fact's claims where they are the desk's own, in place of any shipped. */
    claims: z.array(CLAIM).min(1).optional(),
    /** Claims added to the shipped ones. */
    more: z.array(CLAIM).optional(),
    /** Why it was retracted; absent while it stands. */
    retracted: z.string().optional(),
    disputed: z.object({ with: z.string(), why: z.string() }).optional(),
    /** The fact that this one was set aside for when their disagreement was settled. */
    settled: z.string().optional(),
    locked: z.literal(true).optional(),
  }),
  article: z.object({
    id: z.string(),
    outlet: z.string(),
    title: z.string().optional(),
    address: z.string().optional(),
    published: z.string().optional(),
    language: z.string().optional(),
    outletKind: z.string().optional(),
    held: z.enum(["text", "notes"]),
    paragraphs: z.number().optional(),
    coverage: z.string().optional(),
  }),
  name: z.object({
    of: NAMES,
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    order: z.number().optional(),
    adjective: z.string().optional(),
    party: z.string().optional(),
  }),
  alias: z.object({
    of: z.enum([...NAMES.options, "facts"]),
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
