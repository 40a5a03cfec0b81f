import { TONGUES } from "#core/messages/tongue.ts";
import { z } from "zod";
import { LANGUAGES } from "./language.ts";
import type { Rule } from "./rule.ts";

/**
 * What a digest is about; nothing given means everything. Slots by name, `words` as they were typed, the others by id.
 */
const TOPICS = z.object({
  // Digests of an early version are about none by name.
  negotiations: z.array(z.string()).readonly().default([]),
  slots: z.array(z.string()).readonly(),
  talks: z.array(z.string()).readonly(),
  people: z.array(z.string()).readonly(),
  // So are they by words.
  words: z.array(z.string()).readonly().default([]),
});
export type Topics = z.infer<typeof TOPICS>;

const WANTS = z.object({
  topics: TOPICS,
  /** Where nothing changed: post nothing, or one line that says so. */
  quiet: z.boolean(),
  /** Whether it tells the suggestions that wait: for moderators' channels. */
  suggestions: z.boolean(),
  language: z.enum(LANGUAGES),
  /** The language in which its owner is told that it failed, where that is not English: theirs, as they ordered it. */
  owner: z.enum(TONGUES).exactOptional(),
  /** Also where each round stands, in a few lines; only what changed, if absent. */
  form: z.literal("state").exactOptional(),
  /** The one role or user group that it pings, by the platform's own id. */
  mention: z.object({ kind: z.enum(["role", "group"]), id: z.string(), name: z.string() }).optional(),
});

/** How a digest reads, as its subscriber chose. */
export type Wants = z.infer<typeof WANTS>;

const SINCE = z.object({ own: z.int().nonnegative(), library: z.int().nonnegative(), mark: z.string() });

/**
 * Numbers of the last revisions that were told, the desk's own and the library's: the next digest starts after them.
 * `mark` is the time of the desk's own one. Where another desk was linked meanwhile, its revision of that number has
 * another time.
 */
export type Since = z.infer<typeof SINCE>;

export const EVERYTHING: Topics = { slots: [], negotiations: [], talks: [], people: [], words: [] };

/** A store keeps each as one text and does not read it. */
export const wantsText = (wants: Wants): string => JSON.stringify(wants);
export const readWants = (kept: string): Wants => WANTS.parse(JSON.parse(kept));
export const sinceText = ({ own, library, mark }: Since): string => JSON.stringify({ own, library, mark });
export const readSince = (kept: string): Since => SINCE.parse(JSON.parse(kept));

/** `person`: somebody paused it. `failing`: its post was refused. `left`: the app was removed from the workspace. */
export interface Paused {
  readonly by: "person" | "failing" | "left";
  readonly why: string;
}

/**
 * The result of its last instant (`sent`, `empty`, `skipped` or `failed`), and the reason where something went wrong.
 */
export interface LastPost {
  readonly at: Temporal.Instant;
  readonly result: string;
  readonly why?: string;
}

/** A digest's standing order: what is posted to one channel, and when. */
export interface Subscription {
  readonly id: string;
  readonly channel: string;
  readonly thread?: string;
  /** The platform's id of the person who is told when it fails. */
  readonly owner: string;
  readonly rule: Rule;
  readonly wants: Wants;
  readonly since: Since;
  /** Absent while it is paused. */
  readonly next?: Temporal.Instant;
  readonly paused?: Paused;
  readonly last?: LastPost;
}
