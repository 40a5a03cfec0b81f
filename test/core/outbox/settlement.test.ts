import { describe, expect, it } from "vitest";
import { JOB_MOVES, JOB_STATES, statesThat, type Job, type JobState } from "#core/outbox/job.ts";
import type { Outcome } from "#core/outbox/outcome.ts";
import type { WorkspaceDigest } from "#core/outbox/workspace-digest.ts";
import { settlement } from "#core/outbox/settlement.ts";
import { reply } from "#core/reply/reply.ts";
import { order } from "#test/scheduler/orders.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:05Z");
const AT = Temporal.Instant.from("2026-11-23T09:00:00Z");
const SINCE = { own: 3, library: 4, mark: "m" };
const PAYLOAD = { reply: reply("said", []), upTo: SINCE, desk: 7, version: 3 };
const POSTING = { workspace: "p1", channel: "c", message: "m1" };
const DIGEST: WorkspaceDigest = { ...order("d1", AT), platform: "x", workspace: "p1", version: 1, missed: 2 };

function job(kind: Job["kind"], state: JobState, more: Partial<Job> = {}): Job {
  return {
    kind,
    id: "d1",
    sequence: "2026-11-23T09:00:00.000Z",
    platform: "x",
    key: "k",
    state,
    fence: 1,
    target:
      kind === "follow"
        ? { kind: "person", workspace: "p1", user: "u" }
        : { kind: "channel", workspace: "p1", channel: "c" },
    payload: PAYLOAD,
    onDemand: false,
    missed: 1,
    attempts: 1,
    ...more,
  };
}

const OUTCOMES: Readonly<Record<Outcome["kind"], Outcome>> = {
  sent: { kind: "sent", posting: POSTING },
  empty: { kind: "empty", upTo: SINCE },
  retry: { kind: "retry", after: 50, why: "busy" },
  unknown: { kind: "unknown", after: 50 },
  skipped: { kind: "skipped", why: "late" },
  failed: { kind: "failed", why: "Talks may not post there", hint: "invite it." },
  attention: { kind: "attention" },
};

describe("the states of a job", () => {
  it("can all be reached from due, and all but the open ones end", () => {
    const reached = new Set<JobState>(["due"]);
    for (const state of reached) {
      const { onLease, maySend, onSettle } = JOB_MOVES[state];
      if (onLease !== undefined) reached.add(onLease);
      if (maySend === true) reached.add("sending");
      for (const next of onSettle) reached.add(next);
    }
    expect([...reached].toSorted()).toEqual([...JOB_STATES].toSorted());
    expect(statesThat(({ open }) => !open).flatMap((s) => JOB_MOVES[s].onSettle)).toEqual(["sent"]);
  });

  it.each(JOB_STATES)("lets %s become only what its row says", (state) => {
    const allowed = Object.values(OUTCOMES).filter((outcome) => {
      try {
        settlement(job("digest", state), outcome, NOW, { digest: DIGEST });
        return true;
      } catch (error) {
        if (error instanceof TypeError) return false;
        throw error;
      }
    });
    const states = allowed.map(({ kind }) => (kind === "retry" ? "due" : kind));
    expect(states.toSorted()).toEqual(JOB_MOVES[state].onSettle.toSorted());
  });
});

describe("what follows an outcome of a digest's job", () => {
  const after = (state: JobState, kind: Outcome["kind"]) =>
    settlement(job("digest", state), OUTCOMES[kind], NOW, { digest: DIGEST });
  const last = (result: string, why?: string) => ({ at: AT, result, ...(why === undefined ? {} : { why }) });

  it("sent: the next one starts from it, the message is remembered for corrections, and programs are told", () => {
    expect(after("sending", "sent")).toEqual({
      job: { state: "sent", runAt: undefined, attempts: 1, keepPayload: false, posting: POSTING },
      digest: { last: last("sent"), since: SINCE },
      remember: { posting: POSTING, payload: PAYLOAD },
      tell: { type: "digest.posted", timestamp: "2026-11-23T09:00:05.000Z", data: { digest: "d1" } },
    });
  });

  it("empty: the next one starts from there", () => {
    expect(after("leased", "empty").digest).toEqual({ last: last("empty"), since: SINCE });
  });

  it("skipped: it counts among the missed ones", () => {
    expect(after("leased", "skipped").digest).toEqual({ last: last("skipped", "late"), missed: 4 });
  });

  it("failed: the digest is paused, and its owner is told once what to do", () => {
    const { digest, notice } = after("sending", "failed");
    expect(digest).toEqual({
      last: last("failed", "invite it."),
      missed: 4,
      paused: { by: "failing", why: "invite it." },
    });
    expect(notice).toMatchObject({
      kind: "notice",
      id: "d1",
      sequence: job("digest", "sending").sequence,
      target: { kind: "person", workspace: "p1", user: "owner" },
      payload: {
        desk: 0,
        reply: {
          plain: expect.stringMatching(
            /^Your digest is paused\. Its post of .* UTC failed: Talks may not post there\. invite it\. Then press Resume\.$/u,
          ),
        },
      },
    });
  });

  it("attention: it is not said a second time, and its owner is asked to look", () => {
    const { job, digest, notice } = after("unknown", "attention");
    expect(job).toMatchObject({ state: "attention", runAt: undefined, keepPayload: true });
    expect(digest).toMatchObject({ last: { result: "attention" }, since: SINCE });
    expect(notice?.payload?.reply.plain).toContain("press Post now.");
  });

  it.each(["retry", "unknown"] as const)("%s: nothing yet; the job runs again", (kind) => {
    const settled = after("sending", kind);
    expect(Object.keys(settled)).toEqual(["job"]);
    expect(settled.job.runAt?.since(NOW).total("milliseconds")).toBe(50);
    expect(settled.job.attempts).toBe(kind === "unknown" ? 2 : 1);
  });

  it("nothing but the end of the job where the digest was removed meanwhile", () => {
    const settled = settlement(job("digest", "sending"), OUTCOMES.failed, NOW);
    expect(Object.keys(settled)).toEqual(["job"]);
  });

  it("nothing to correct later where it was composed from no desk", () => {
    const settled = settlement(job("digest", "sending", { payload: { ...PAYLOAD, desk: 0 } }), OUTCOMES.sent, NOW, {
      digest: DIGEST,
    });
    expect(Object.keys(settled)).toEqual(["job", "digest", "tell"]);
  });

  it("nothing new where the channel was only searched for a second copy", () => {
    expect(Object.keys(settlement(job("digest", "sent"), { kind: "sent" }, NOW, { digest: DIGEST }))).toEqual(["job"]);
  });
});

it.each<[JobState, Outcome["kind"], unknown]>([
  ["sending", "sent", { since: SINCE, told: NOW }],
  ["unknown", "attention", { since: SINCE, told: NOW }],
  ["leased", "empty", { since: SINCE }],
  ["sending", "failed", { trouble: "invite it." }],
])("writes to a follower what %s → %s leads to", (state, kind, update) => {
  const key = { platform: "x", workspace: "p1", user: "u" };
  expect(settlement(job("follow", state), OUTCOMES[kind], NOW).follower).toEqual({ key, update });
});

it("ends the follows of a person who left the workspace", () => {
  const left = settlement(job("follow", "sending"), { kind: "failed", why: "They left the server." }, NOW);
  expect(left.follower?.update).toBe("unfollow everything");
});

it("closes an inbox that cannot be posted to, and tells the person who named it", () => {
  const inbox = { channel: "c", owner: "u1" };
  const settled = settlement(job("inbox", "sending"), OUTCOMES.failed, NOW, { inbox });
  expect(settled.closed).toEqual({ inbox: { platform: "x", id: "p1" }, trouble: "invite it." });
  expect(settled.notice).toMatchObject({ kind: "notice", target: { kind: "person", workspace: "p1", user: "u1" } });
  expect(settled.notice?.payload?.reply.plain).toContain("does not get suggestions any more: invite it. Name it again");
  expect(Object.keys(settlement(job("inbox", "sending"), OUTCOMES.failed, NOW))).toEqual(["job"]);
  expect(Object.keys(settlement(job("inbox", "sending"), OUTCOMES.sent, NOW, { inbox }))).toEqual(["job"]);
});

it("remembers how a corrected message reads", () => {
  const settled = settlement(job("correction", "sending", { id: "12" }), OUTCOMES.sent, NOW);
  expect(settled.rewrite).toEqual({ shown: 12, reply: PAYLOAD.reply });
  expect(settlement(job("correction", "sending"), OUTCOMES.skipped, NOW).rewrite).toBeUndefined();
});
