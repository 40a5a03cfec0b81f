import type { Generated, Selectable } from "kysely";

/** The tables of what Talks sends on its own. JSON is text; `fresh` and `on_demand` are 0 or 1. */
export interface OutboxTables {
  digest: {
    id: string;
    platform: string;
    place: string;
    channel: string;
    thread: string | null;
    owner: string;
    rule: string;
    wants: string;
    version: number;
    paused_by: string | null;
    paused_why: string | null;
    next: string | null;
    since: string;
    missed: number;
    last_at: string | null;
    last_state: string | null;
    last_why: string | null;
    made: string;
  };
  job: {
    kind: string;
    id: string;
    sequence: string;
    platform: string;
    target: string;
    key: string;
    state: string;
    fence: number;
    run_at: string | null;
    payload: string | null;
    on_demand: number;
    missed: number;
    attempts: number;
    first_at: string | null;
    sending_at: string | null;
    posting: string | null;
    why: string | null;
    made: string;
  };
  follower: {
    platform: string;
    place: string;
    person: string;
    since: string;
    due: string | null;
    told: string | null;
    trouble: string | null;
    tongue: string | null;
  };
  inbox: {
    platform: string;
    place: string;
    channel: string;
    owner: string;
    since: string;
    trouble: string | null;
    tongue: string | null;
    owner_tongue: string | null;
  };
  follow: { platform: string; place: string; person: string; topic: string; made: string };
  webhook: {
    id: string;
    platform: string;
    place: string;
    name: string;
    address: string;
    secret: string;
    owner: string;
    since: string;
    off: string | null;
    last_at: string | null;
    last_why: string | null;
    made: string;
    tongue: string | null;
  };
  shown: {
    id: Generated<number>;
    desk: number;
    platform: string;
    place: string;
    channel: string;
    message: string;
    reply: string | null;
    fresh: number;
    times: number;
    at: string;
  };
  shown_fact: { shown: number; desk: number; fact: string; quoted: string };
  walk: { desk: number; after: number };
  watched: { desk: number; seen: number };
}

export type DigestRow = Selectable<OutboxTables["digest"]>;
export type JobRow = Selectable<OutboxTables["job"]>;
export type WebhookRow = Selectable<OutboxTables["webhook"]>;
export type ShownRow = Selectable<OutboxTables["shown"]>;
