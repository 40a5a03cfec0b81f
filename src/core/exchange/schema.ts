import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { z } from "zod";
import { EXCERPT_MAX } from "#core/facts/article.ts";
import { ATTRIBUTIONS, STEPS_MAX } from "#core/facts/fact.ts";
import { ROLES } from "#core/facts/names.ts";
import { webAddress } from "#core/request/options/web-address.ts";
import { ID_FORM, ID_MAX } from "#core/text/id.ts";
import { calendarDay } from "#core/time/day.ts";

const ID = z
  .string("write an id")
  .regex(ID_FORM, "an id is lower-case letters, digits and single hyphens, such as first-day-gazette")
  .max(ID_MAX, `an id has at most ${ID_MAX} characters`);
const WORDS = z
  .string("write words here")
  .trim()
  .min(1, "write something, or leave the field out")
  .max(300, "at most 300 characters");
const ALIASES = z.array(WORDS, "write a list of spellings, [] for none").max(60);
const DAY = z
  .string("write a day as YYYY-MM-DD")
  .regex(/^\d{4}-\d{2}-\d{2}$/u, { error: "write a day as YYYY-MM-DD", abort: true })
  .refine((day) => calendarDay(day) !== undefined, "there is no such day");

const NAMED = { id: ID, name: WORDS, aliases: ALIASES };

const STEP = z.strictObject({ how: z.enum(ATTRIBUTIONS), who: WORDS });

// One step, or a list of them. What is wrong with one that stands alone is told at its own place.
const STEPS = z.unknown().transform((written, context) => {
  const many = Array.isArray(written);
  const read = z
    .array(STEP)
    .min(1)
    .max(STEPS_MAX, `at most ${STEPS_MAX} steps`)
    .safeParse(many ? written : [written]);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues)
    context.addIssue({ code: "custom", message, path: many ? path : path.slice(1) });
  return z.NEVER;
});

const CLAIM = z.strictObject({
  id: ID,
  talks: ID,
  slot: z.enum(SLOT_NAMES, `not a slot; the slots are ${SLOT_NAMES.join(", ")}`),
  side: ID.optional(),
  paragraph: z.int("a claim cites its paragraph: write its number").min(1, "paragraphs count from 1"),
  excerpt: WORDS.max(EXCERPT_MAX, `an excerpt has at most ${EXCERPT_MAX} characters`).optional(),
  according: STEPS.optional(),
  says: z.record(
    z.string(),
    z.union([z.string(), z.number()], "write words or a number"),
    "write the slot's fields under says",
  ),
});

/** An article, in a file of `articles` or in its pack: where it was published, and its claims. */
export const ARTICLE_FILE = z.strictObject({
  id: ID,
  outlet: WORDS,
  title: WORDS.optional(),
  address: z
    .string()
    .refine((a) => webAddress(a, {}).ok, "write an http or https address, without a user name, at most 2048 characters")
    .optional(),
  published: DAY.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, "write a language tag such as en")
    .optional(),
  outletKind: WORDS.optional(),
  held: z.enum(["text", "notes"], "write text (the article was read whole) or notes"),
  paragraphs: z.int("write how many paragraphs (or notes) there are").min(1).max(1000),
  coverage: WORDS.optional(),
  claims: z.array(CLAIM, "write the list of claims"),
});

/** `pack.yaml`: a negotiation, the names that its facts use, and articles, where they have no files of their own. */
export const PACK_FILE = z.strictObject({
  negotiation: z.strictObject(NAMED),
  parties: z.array(
    z.strictObject({ ...NAMED, adjective: WORDS, role: z.enum(ROLES, `a role is one of ${ROLES.join(", ")}`) }),
  ),
  talks: z.array(
    z.strictObject({
      ...NAMED,
      order: z.int("write the round's number").min(1).exactOptional(),
      parties: z.array(ID, "write a list of parties' ids").default([]),
    }),
  ),
  people: z.array(z.strictObject({ ...NAMED, party: ID.exactOptional() })),
  places: z.array(z.strictObject({ ...NAMED, kind: WORDS.exactOptional() })),
  slots: z.array(z.strictObject({ ...NAMED, holds: z.enum(["one", "many"], "write one or many") })).default([]),
  articles: z.array(ARTICLE_FILE).default([]),
});

export type PackFile = z.infer<typeof PACK_FILE>;
export type ArticleFile = z.infer<typeof ARTICLE_FILE>;
export type ClaimEntry = z.infer<typeof CLAIM>;
