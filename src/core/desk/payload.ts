import { ARTICLE } from "#core/facts/article.ts";
import { TONGUES } from "#core/messages/tongue.ts";
import { CLAIM } from "#core/facts/fact.ts";
import { NAME_KINDS, ROLES } from "#core/facts/names.ts";
import { z } from "zod";

const NAMED = {
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  retired: z.literal(true).exactOptional(),
  /** The id of what it was merged into: it is read as that. */
  into: z.string().exactOptional(),
};

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
  name: z.discriminatedUnion("of", [
    z.object({
      of: z.literal("negotiations"),
      ...NAMED,
      parties: z.array(z.object({ party: z.string(), role: z.enum(ROLES) })),
    }),
    z.object({
      of: z.literal("talks"),
      ...NAMED,
      // Rows of before negotiations have neither.
      negotiation: z.string().default(""),
      parties: z.array(z.string()).default([]),
      order: z.number().exactOptional(),
    }),
    z.object({ of: z.literal("parties"), ...NAMED, adjective: z.string() }),
    z.object({ of: z.literal("people"), ...NAMED, party: z.string().exactOptional() }),
    z.object({ of: z.literal("places"), ...NAMED, kind: z.string().exactOptional() }),
    z.object({ of: z.literal("slots"), ...NAMED, holds: z.enum(["one", "many"]) }),
  ]),
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
    /** Where it was suggested, by the id of the suggester's platform. */
    workspace: z.string().exactOptional(),
    /** The suggester's language, in which they are told what became of it; English where there is none. */
    tongue: z.enum(TONGUES).exactOptional(),
  }),
  /** What became of one proposed fact of an article: its subject has the article's token. */
  proposal: z.object({
    state: z.enum(["accepted", "edited", "rejected", "suggested", "missed"]),
    /** The rule that proposed it; of one that was missed, its slot. */
    rule: z.string(),
    paragraph: z.number(),
    /** Of the paragraph, so that its text can be compared when nobody keeps it any more. */
    hash: z.string(),
    /** The fact's id, or the suggestion's. */
    became: z.string().exactOptional(),
    /** The id of the desk's article. */
    article: z.string().exactOptional(),
    /** It was suggested in other words than the text's. */
    reworded: z.literal(true).exactOptional(),
  }),
  /** A rule that proposes nothing on this desk. */
  rule: z.object({ off: z.literal(true) }),
  role: z.object({ platform: z.string(), kind: z.enum(["role", "group", "user"]), id: z.string(), name: z.string() }),
  /** The negotiation that is meant in a channel where a question names none. */
  focus: z.object({ platform: z.string(), channel: z.string(), negotiation: z.string() }),
  /** The library is switched off. */
  library: z.object({ off: z.literal(true) }),
  /** What lets a program in; its subject has the hash of the token. */
  token: z.object({ name: z.string(), may: z.literal("suggest").exactOptional() }),
  /** Facts have public pages: the desk's place among them, and the key that their addresses are signed with. */
  pages: z.object({ place: z.string(), key: z.string() }),
  /** That a program is told of changes. How and by what secret is kept elsewhere, so that it can be deleted. */
  webhook: z.object({ name: z.string(), host: z.string() }),
  link: z.object({ platform: z.string(), id: z.string() }),
} as const;

export type FactState = z.infer<typeof PAYLOAD.fact>;
export type NameState = z.infer<typeof PAYLOAD.name>;
export type SuggestionState = z.infer<typeof PAYLOAD.suggestion>;
export type ProposalState = z.infer<typeof PAYLOAD.proposal>;
export type PagesState = z.infer<typeof PAYLOAD.pages>;
export type RoleGrant = z.infer<typeof PAYLOAD.role>;
