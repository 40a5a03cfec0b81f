import { expect, it } from "vitest";
import type { Job, Target } from "#core/outbox/job.ts";
import { outcomeOf, outcomeOfSearch, type Outcome } from "#core/outbox/outcome.ts";
import type { Delivery, Posting } from "#core/reply/posting.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const TIMINGS = { call: 10_000, retryAfter: 1000, maxAttempts: 6, recheck: 5000 };
const CHANNEL: Target = { kind: "channel", workspace: "p", channel: "c" };
const PERSON: Target = { kind: "person", workspace: "p", user: "u" };
const MESSAGE: Target = { kind: "message", workspace: "p", channel: "c", message: "m" };
const POSTING: Posting = { workspace: "p", channel: "c", message: "m" };

function job(target: Target, attempts = 0): Job {
  const name = { kind: "digest", id: "d1", sequence: "2026-11-23T09:00:00.000Z" } as const;
  return { ...name, platform: "x", target, key: "k", state: "sending", fence: 1, onDemand: false, missed: 0, attempts };
}

it.each<[string, Target, number, Delivery, Outcome]>([
  ["posted", CHANNEL, 0, { kind: "posted", posting: POSTING }, { kind: "sent", posting: POSTING }],
  [
    "posted after a lost answer: a second copy may still come",
    CHANNEL,
    1,
    { kind: "posted", posting: POSTING },
    { kind: "sent", posting: POSTING, recheck: 5000 },
  ],
  ["edited after a lost answer", MESSAGE, 1, { kind: "posted", posting: POSTING }, { kind: "sent", posting: POSTING }],
  ["busy", CHANNEL, 0, { kind: "later", after: 700 }, { kind: "retry", after: 700 }],
  ["busy for a day", CHANNEL, 0, { kind: "later", after: 86_400_000 }, { kind: "retry", after: 3_600_000 }],
  ["no answer", CHANNEL, 0, { kind: "unsure" }, { kind: "unknown", after: 1000 }],
  ["no answer for the fourth time", CHANNEL, 3, { kind: "unsure" }, { kind: "unknown", after: 8000 }],
  ["the channel is gone", CHANNEL, 0, { kind: "gone", why: "gone" }, { kind: "failed", why: "gone" }],
  ["the message is gone", MESSAGE, 0, { kind: "gone", why: "gone" }, { kind: "skipped", why: "gone" }],
  [
    "may not post",
    CHANNEL,
    0,
    { kind: "denied", hint: "invite it" },
    { kind: "failed", why: "Talks may not post there", hint: "invite it" },
  ],
  [
    "may not edit: it answers below",
    MESSAGE,
    0,
    { kind: "denied", hint: "h" },
    { kind: "retry", after: 0, why: "h", target: { kind: "channel", workspace: "p", channel: "c", thread: "m" } },
  ],
])("reads a platform's answer: %s", (_, target, attempts, delivery, outcome) => {
  expect(outcomeOf(job(target, attempts), target, delivery, TIMINGS)).toEqual(outcome);
});

const sentAgo = (seconds: number): Partial<Job> => ({ sendingAt: NOW.subtract({ seconds }) });

it.each<[string, Job, readonly Posting[] | undefined, Outcome]>([
  ["found", job(CHANNEL, 1), [POSTING], { kind: "sent", posting: POSTING, recheck: 5000 }],
  ["found at last", job(CHANNEL, 6), [POSTING], { kind: "sent", posting: POSTING, recheck: 5000 }],
  ["history cannot be read", job(CHANNEL, 2), undefined, { kind: "unknown", after: 4000 }],
  ["history can never be read", job(CHANNEL, 6), undefined, { kind: "attention" }],
  ["a person has no history", job(PERSON, 1), undefined, { kind: "attention" }],
  ["absent again and again", job(CHANNEL, 6), [], { kind: "attention" }],
  ["absent, sent long ago", { ...job(CHANNEL, 1), ...sentAgo(60) }, [], { kind: "retry", after: 0 }],
  ["absent, the call may be on its way", { ...job(CHANNEL, 1), ...sentAgo(5) }, [], { kind: "retry", after: 15_000 }],
])("reads a channel's history after a lost answer: %s", (_, job, found, outcome) => {
  expect(outcomeOfSearch({ job, at: NOW }, found, TIMINGS)).toEqual(outcome);
});
