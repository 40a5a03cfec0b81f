import type { Posting } from "#core/reply/posting.ts";
import { createHash } from "node:crypto";
import { z } from "zod";
import { ERRAND_KINDS, ERRAND_STATES, type Errand, type Frozen, type Target } from "#core/outbox/errand.ts";
import type { ErrandKept, OutboxTables } from "#stores/sql/outbox-tables.ts";

const KEY_LENGTH = 22;

/** 112 bits of the name's SHA-256 in base 36: 22 characters, so that an adapter can number the parts of a post within 25. */
export function keyOf(work: string, slot: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([work, slot]))
    .digest("hex")
    .slice(0, 28);
  return BigInt(`0x${hash}`).toString(36).padStart(KEY_LENGTH, "0");
}

export interface NewErrand {
  readonly work: string;
  readonly slot: string;
  readonly kind: Errand["kind"];
  readonly platform: string;
  readonly target: Target;
  readonly missed?: number;
  readonly asked?: boolean;
  readonly payload?: Frozen;
}

/** A new errand's columns, due at once; the instants are the caller's, who knows the database's clock. */
export function errandColumns<T>(
  errand: NewErrand,
  at: T,
): Omit<OutboxTables["errand"], "wake" | "made"> & { wake: T; made: T } {
  const { work, slot, kind, platform, target, missed = 0, asked = false, payload } = errand;
  return {
    work,
    slot,
    kind,
    platform,
    target: JSON.stringify(target),
    key: keyOf(work, slot),
    state: "due",
    fence: 0,
    wake: at,
    payload: payload === undefined ? null : JSON.stringify(payload),
    asked: asked ? 1 : 0,
    missed,
    rounds: 0,
    first_at: null,
    sending_at: null,
    posting: null,
    why: null,
    made: at,
  };
}

const STATE = z.enum(ERRAND_STATES);
const KIND = z.enum(ERRAND_KINDS);

export function errandOf(row: ErrandKept): Errand {
  const { work, slot, key, platform, fence, missed, rounds } = row;
  return {
    work,
    slot,
    key,
    platform,
    fence,
    missed,
    rounds,
    asked: row.asked === 1,
    kind: KIND.parse(row.kind),
    state: STATE.parse(row.state),
    target: JSON.parse(row.target) as Target,
    ...(row.payload === null ? {} : { payload: JSON.parse(row.payload) as Frozen }),
    ...(row.first_at === null ? {} : { firstAt: Temporal.Instant.from(row.first_at) }),
    ...(row.sending_at === null ? {} : { sendingAt: Temporal.Instant.from(row.sending_at) }),
    ...(row.posting === null ? {} : { posting: JSON.parse(row.posting) as Posting }),
    ...(row.why === null ? {} : { why: row.why }),
  };
}
