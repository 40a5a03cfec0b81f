import { z } from "zod";
import type { Form } from "#core/answer/form.ts";
import type { Reply } from "#core/reply/reply.ts";

const CALL = z.object({
  path: z.array(z.string()),
  values: z.record(z.string(), z.string()),
  submitted: z.boolean().exactOptional(),
  instead: z.object({ option: z.string(), typed: z.string() }).exactOptional(),
});
const BUTTON = z.object({ label: z.string(), call: CALL });
const INLINE = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["text", "strong", "code"]), text: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), href: z.string() }),
  z.object({ kind: z.literal("instant"), text: z.string(), seconds: z.number() }),
]);
const SOURCE = z.object({
  article: z.string(),
  outlet: z.string(),
  day: z.string().exactOptional(),
  place: z.string(),
  said: z.string().exactOptional(),
  excerpt: z.string().exactOptional(),
  href: z.string().exactOptional(),
});
const BLOCK = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("paragraph"), text: z.array(INLINE) }),
  z.object({ kind: z.literal("quote"), text: z.string(), by: z.string() }),
  z.object({ kind: z.literal("list"), items: z.array(z.array(INLINE)) }),
  z.object({
    kind: z.literal("table"),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ kind: z.literal("sources"), note: z.string(), sources: z.array(SOURCE) }),
  z.object({ kind: z.literal("file"), name: z.string(), media: z.string(), text: z.string() }),
  z.object({ kind: z.literal("buttons"), buttons: z.array(BUTTON) }),
]);
const QUOTED = z.object({
  id: z.string(),
  revision: z.number(),
  statement: z.string(),
  sources: z.array(SOURCE),
});

/** A reply as it was given, for its other pages. */
export const STASHED_REPLY: z.ZodType<{ readonly call: z.infer<typeof CALL>; readonly reply: Reply }> = z.object({
  call: CALL,
  reply: z.object({ plain: z.string(), blocks: z.array(BLOCK), facts: z.array(QUOTED) }),
});

const CHOICE = z.object({ label: z.string(), value: z.string() });
const FIELD = z.object({
  name: z.string(),
  label: z.string(),
  about: z.string(),
  type: z.enum(["text", "long", "whole", "flag", "choice", "file", "channel", "mentionable"]),
  required: z.boolean(),
  max: z.number(),
  choices: z.array(CHOICE).exactOptional(),
  value: z.string(),
});
const REFUSAL = z.object({
  kind: z.enum(["usage", "held", "state", "right", "conflict", "limit", "failed"]),
  message: z.string(),
  hint: z.string(),
  buttons: z.array(BUTTON),
  field: z.string().exactOptional(),
  again: CALL.exactOptional(),
  offers: z.array(CHOICE).exactOptional(),
});

/** A form as it waits to be opened, with what was entered in its earlier steps. */
export const STASHED_FORM: z.ZodType<{ readonly form: Form; readonly entered: Readonly<Record<string, string>> }> =
  z.object({
    form: z.object({
      title: z.string(),
      fields: z.array(FIELD),
      call: CALL,
      partial: z.boolean(),
      note: z.string().exactOptional(),
      problem: REFUSAL.exactOptional(),
    }),
    entered: z.record(z.string(), z.string()),
  });

/** Calls too long for a custom id. */
export const STASHED_ACTIONS = z.array(z.object({ do: z.enum(["call", "share"]), call: CALL }));
