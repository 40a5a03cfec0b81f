import { z } from "zod";

/** What every payload says of where it comes from. */
export const BODY = z.looseObject({
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  container: z.looseObject({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }).optional(),
  view: z.looseObject({ id: z.string(), type: z.string() }).optional(),
  message: z.looseObject({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  actions: z
    .array(
      z.looseObject({
        type: z.string(),
        action_id: z.string(),
        value: z.string().nullish(),
        selected_option: z.looseObject({ value: z.string() }).nullish(),
      }),
    )
    .optional(),
});

/** A message or a mention as it is told. */
export const EVENT = z.looseObject({
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  edited: z.unknown().optional(),
  channel_type: z.string().optional(),
});
