import type { Generated, Selectable } from "kysely";

/** The tables of what is sent by itself. JSON is text; `fresh` is 0 or 1. */
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
    last_slot: string | null;
    last_state: string | null;
    last_why: string | null;
    made: string;
  };
  errand: {
    work: string;
    slot: string;
    kind: string;
    platform: string;
    target: string;
    key: string;
    state: string;
    fence: number;
    wake: string | null;
    payload: string | null;
    asked: number;
    missed: number;
    rounds: number;
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
  };
  follow: { platform: string; place: string; person: string; topic: string; made: string };
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
  };
  shown_fact: { shown: number; desk: number; fact: string; quoted: string };
  watched: { desk: number; seen: number };
}

export type DigestKept = Selectable<OutboxTables["digest"]>;
export type ErrandKept = Selectable<OutboxTables["errand"]>;
export type ShownKept = Selectable<OutboxTables["shown"]>;
