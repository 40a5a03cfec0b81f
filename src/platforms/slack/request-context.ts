import type { Client } from "./web.ts";

export const PLATFORM = "slack";

/** One thing that somebody did in Slack, and where it may be answered. */
export interface RequestContext {
  readonly client: Client;
  /** The workspace whose desk it is about: where the app is installed, also for people of others (Slack Connect). */
  readonly team: string;
  readonly user: string;
  /** What Slack brings it under, the same each time that it does. */
  readonly delivery: string | undefined;
  readonly channel?: string;
  /** The thread that it is answered in. */
  readonly thread?: string;
  readonly responseUrl?: string;
  /** Opens a view, for three seconds, once (docs: Handling user interaction, trigger ids). */
  readonly trigger?: string;
  /** The view that was pressed, which shows what comes of it. */
  readonly modal?: string;
  /** A message written to the app: its answer belongs below it. */
  readonly written: boolean;
  /** The message that was pressed is for the asker alone, so that it may be replaced. */
  readonly alone: boolean;
  /** A direct message with the app: everything in it is between the two. */
  readonly direct: boolean;
}

export function keyOf(team: string) {
  return { platform: PLATFORM, id: team };
}
