import { expect, it } from "vitest";
import { planDigest, reasonToSkip, requestedDigest } from "#core/outbox/due-digest.ts";
import type { Job } from "#core/outbox/job.ts";
import { nextAfter, onLeave, onReturn, type WorkspaceDigest } from "#core/outbox/workspace-digest.ts";
import { order } from "#test/scheduler/orders.ts";

const at = (text: string) => Temporal.Instant.from(text);
const DAY = 24 * 3_600_000;
const NINE = at("2026-11-23T09:00:00Z");

/** A daily digest at nine in UTC. */
function daily(more: Partial<WorkspaceDigest> = {}): WorkspaceDigest {
  return { ...order("d1", NINE), platform: "standin", workspace: "p1", version: 1, missed: 0, ...more };
}

it.each([
  ["in time", "2026-11-23T09:00:01Z", "2026-11-23T09:00:00.000Z", 0],
  ["ten days down", "2026-12-03T10:00:00Z", "2026-12-03T09:00:00.000Z", 10],
])("plans the latest instant that has come: %s", (_, now, sequence, missed) => {
  const { job, digest } = planDigest(daily(), at(now), DAY);
  expect(job).toEqual({
    kind: "digest",
    id: "d1",
    sequence,
    platform: "standin",
    target: { kind: "channel", workspace: "p1", channel: "c-d1" },
    missed,
  });
  expect(digest).toEqual({ next: at(sequence).add({ hours: 24 }), missed: 0 });
});

it("skips what is a day late, says why, and counts it into the next one", () => {
  const weekly = daily({ rule: { cron: "0 9 * * 1", timezone: "UTC" }, missed: 2 });
  const { job, digest } = planDigest(weekly, NINE.add({ hours: 24, seconds: 1 }), DAY);
  const why = "too late: Talks was not running at its time";
  expect(job).toMatchObject({ missed: 2, skipped: why });
  expect(digest).toEqual({ next: NINE.add({ hours: 168 }), missed: 3, last: { at: NINE, result: "skipped", why } });
  expect(planDigest(weekly, NINE.add({ hours: 24 }), DAY).job.skipped).toBeUndefined();
});

it("goes on after the present where a rule came more often than can be counted", () => {
  const now = NINE.add({ hours: 24 * 60 });
  const { job, digest } = planDigest(daily({ rule: { cron: "*/15 * * * *", timezone: "UTC" } }), now, DAY);
  expect(job.skipped).toBeDefined();
  expect(Temporal.Instant.compare(digest.next ?? NINE, now)).toBe(1);
});

it("ends with a rule that never comes again", () => {
  const never = daily({ rule: { cron: "0 9 30 2 *", timezone: "UTC" } });
  expect(planDigest(never, NINE, DAY).digest.next).toBeNull();
});

/** The same, paused: it has no next instant. */
function paused(by: "person" | "left"): WorkspaceDigest {
  const { next: _, ...digest } = daily({ paused: { by, why: "holidays" } });
  return digest;
}

const asked = (more: Partial<Job> = {}): Job => ({
  ...requestedDigest(daily(), NINE),
  key: "k",
  state: "leased",
  fence: 1,
  onDemand: false,
  missed: 0,
  attempts: 0,
  ...more,
});
const tomorrow = NINE.add({ hours: 24 });

it.each<[string, Partial<Job>, WorkspaceDigest | undefined, Temporal.Instant, string | undefined]>([
  ["in time", {}, daily({ next: tomorrow }), NINE, undefined],
  ["removed", {}, undefined, NINE, "the digest was removed"],
  ["paused", {}, paused("person"), NINE, "paused: holidays"],
  ["asked for while paused", { onDemand: true }, paused("person"), NINE, undefined],
  ["a day late", {}, daily(), NINE.add({ hours: 25 }), "too late: its time had passed"],
  ["its next one is due", {}, daily({ next: tomorrow }), tomorrow, "too late: its time had passed"],
])("decides whether a digest is still sent: %s", (_, job, digest, now, why) => {
  expect(reasonToSkip(asked(job), digest, now, DAY)).toBe(why);
});

it("brings an instant back that a wrong clock carried a year ahead", () => {
  const digest = daily({ next: at("2027-11-23T09:00:00Z") });
  expect(String(nextAfter(digest, at("2026-11-23T10:00:00Z")))).toBe("2026-11-24T09:00:00Z");
});

it("tells nothing twice of a day whose instant the zone's law moved", () => {
  // The zone went an hour west: the digest's nine o'clock comes once more that day.
  const rule = { cron: "0 10 * * *", timezone: "UTC" };
  const digest = daily({ rule, next: tomorrow, last: { at: NINE, result: "sent" } });
  expect(String(nextAfter(digest, at("2026-11-23T09:30:00Z")))).toBe("2026-11-24T10:00:00Z");
});

it("pauses a digest when Talks leaves its workspace, and resumes only what that paused", () => {
  expect(onLeave(daily(), "removed")).toEqual({ paused: { by: "left", why: "removed" } });
  const person = paused("person");
  expect([onLeave(person, "removed"), onReturn(person, NINE)]).toEqual([undefined, undefined]);
  expect(onReturn(paused("left"), NINE)).toEqual({ paused: null, next: tomorrow });
});
