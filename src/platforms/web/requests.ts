import { z } from "zod";
import { TONGUES } from "#core/messages/tongue.ts";
import { TIERS } from "#core/request/asker.ts";
import { CHANNELS, DESKS } from "./channels.ts";
import { STEPS } from "./scene.ts";

const desk = z.enum(DESKS.map((d) => d.id));
const channel = z.enum(CHANNELS.map((c) => c.id));
/** The languages that the page can be answered in. */
export const LANGUAGES = ["en", ...TONGUES] as const;
const WHERE = {
  desk,
  channel,
  role: z.enum(TIERS),
  language: z.enum(LANGUAGES).default("en"),
  thread: z.string().max(20).optional(),
};

/** What the page may ask, each parsed once. */
export const REQUESTS = {
  ask: z.object({
    ...WHERE,
    line: z.string().max(5000),
    file: z.object({ name: z.string().max(300), data: z.base64() }).optional(),
  }),
  press: z.object({
    ...WHERE,
    message: z.string().max(20),
    value: z.string().max(3000),
    chosen: z.string().max(200).optional(),
  }),
  submit: z.object({
    ...WHERE,
    token: z.string().max(100),
    values: z.record(z.string().max(100), z.string().max(10_000)),
  }),
  complete: z.object({ desk, line: z.string().max(5000) }),
  scene: z.object({ desk, step: z.enum(STEPS.map((s) => s.id)) }),
  clock: z.object({ move: z.enum(["hour", "day", "digest", "now"]), desk }),
} as const;

export type Where = Pick<z.infer<typeof REQUESTS.ask>, "desk" | "channel" | "role" | "language" | "thread">;
