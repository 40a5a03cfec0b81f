import { z } from "zod";
import type { Rule } from "./rule.ts";

/** What a digest is about; nothing given means everything. Slots by name, talks and people by id. */
const TOPICS = z.object({
  slots: z.array(z.string()).readonly(),
  talks: z.array(z.string()).readonly(),
  people: z.array(z.string()).readonly(),
});
export type Topics = z.infer<typeof TOPICS>;

const WANTS = z.object({
  topics: TOPICS,
  /** Where nothing changed: says nothing, or one line that nothing did. */
  quiet: z.boolean(),
  /** Whether it tells the suggestions that wait: for moderators' channels. */
  suggestions: z.boolean(),
  language: z.enum(["english"]),
  /** The one role or user group that it pings, by the platform's own id. */
  mention: z.object({ kind: z.enum(["role", "group"]), id: z.string(), name: z.string() }).optional(),
});

/** How a digest reads, as its subscriber chose. */
export type Wants = z.infer<typeof WANTS>;

const SINCE = z.object({ own: z.int().nonnegative(), library: z.int().nonnegative(), mark: z.string() });

/**
 * Numbers of the last revisions, the desk's own and the library's, that were told: the next digest starts after them. `mark` is when the
 * desk's own was made: where another desk was linked meanwhile, its revision of that number was made at another time.
 */
export type Since = z.infer<typeof SINCE>;

export const EVERYTHING: Topics = { slots: [], talks: [], people: [] };

/** As a store keeps them: one text each, of which it reads nothing. */
export const wantsText = (wants: Wants): string => JSON.stringify(wants);
export const readWants = (kept: string): Wants => WANTS.parse(JSON.parse(kept));
export const sinceText = ({ own, library, mark }: Since): string => JSON.stringify({ own, library, mark });
export const readSince = (kept: string): Since => SINCE.parse(JSON.parse(kept));

/** `person`: somebody paused it. `failing`: its post was refused. `left`: the app was removed from the place. */
export interface Paused {
  readonly by: "person" | "failing" | "left";
  readonly why: string;
}

/** How its last instant ended, in a word (`sent`, `empty`, `skipped`, `failed`), and why, where it did not go as it should. */
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
  /** None while it is paused. */
  readonly next?: Temporal.Instant;
  readonly paused?: Paused;
  readonly last?: LastPost;
}
