import type { Generated } from "kysely";
import { z } from "zod";
import { NAME_KINDS } from "#core/facts/names.ts";
import type { OutboxTables } from "./outbox-tables.ts";

/** The tables as queries see them. Instants are ISO text in UTC with milliseconds, so that text order is time order. */
export interface Tables extends OutboxTables {
  desk: { id: Generated<number>; version: number };
  desk_key: { platform: string; external: string; desk: number; since: string };
  author: { id: Generated<number>; desk: number; platform: string; external: string; name: string };
  revision: {
    desk: number;
    number: number;
    batch: number;
    subject: string;
    kind: string;
    after: string | null;
    why: string | null;
    undoes: number | null;
    at: string;
    author: number;
    hash: string;
  };
  miss: { desk: number; key: string; question: string; times: number; first: string; last: string };
  pick: {
    desk: number;
    key: string;
    target: string;
    id: string;
    spelling: string;
    question: string;
    times: number;
    last: string;
  };
  delivery: { id: string; claim: string; at: string };
  shared_work: { work: string; parts: number; turns: number };
  sharer: { work: string; process: string; until: string };
  share: { work: string; part: number; process: string; until: string; offered: number; begun: number };
  kept: { scope: string; token: string; content: string; until: string };
}

const INSTANT = z.string().transform((text) => Temporal.Instant.from(text));

export const MISS_ROW = z.object({
  key: z.string(),
  question: z.string(),
  times: z.int(),
  first: INSTANT,
  last: INSTANT,
});

export const PICK_ROW = z
  .object({
    key: z.string(),
    target: z.enum([...NAME_KINDS, "facts"]),
    id: z.string(),
    spelling: z.string(),
    question: z.string(),
    times: z.int(),
    last: INSTANT,
  })
  .transform(({ target, ...row }) => ({ ...row, of: target }));

export function stored(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
