import type { Platform } from "#core/chat/platform.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import type { Lease } from "#core/outbox/job.ts";
import { outcomeOf, type Outcome } from "#core/outbox/outcome.ts";
import type { DigestOrder } from "#core/outbox/outbox.ts";
import type { Payload } from "#core/outbox/payload.ts";
import { deliver } from "./deliver.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { recheck, reconcile } from "./reconcile.ts";
import { tellWebhook } from "./tell-webhook.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";

// A desk or a digest that changes each time between composing and sending is left alone for a moment.
const TRIES = 5;
const RESTLESS = 2000;

/**
 * Takes a leased job as far as it goes. Returns how many milliseconds the platform asked to wait, if it refused for
 * now.
 */
export async function runJob(
  deps: SchedulerDeps,
  platform: Platform | undefined,
  lease: Lease,
): Promise<number | undefined> {
  const { target } = lease.job;
  if (target.kind === "webhook") return tellWebhook(deps, lease, target);
  // Only the lane of webhooks has no platform.
  if (platform === undefined) return undefined;
  switch (lease.job.state) {
    case "leased":
      return prepareAndSend(deps, platform, lease);
    case "unknown":
      return reconcile(deps, platform, lease, (payload) => send(deps, platform, lease, payload));
    case "sent":
      await recheck(deps, platform, lease);
      return undefined;
    // A job is never in one of these states right after its lease was taken.
    case "due":
    case "sending":
    case "empty":
    case "skipped":
    case "failed":
    case "attention":
      return undefined;
  }
}

async function prepareAndSend(deps: SchedulerDeps, platform: Platform, lease: Lease): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const prepared = await preparedOrSkipped(deps, lease);
    switch (prepared.kind) {
      case "skip":
        return settle(deps, lease, { kind: "skipped", why: prepared.why });
      case "move":
        return settle(deps, lease, { kind: "retry", after: 0, target: prepared.target });
      case "nothing":
        return settle(deps, lease, { ...prepared, kind: "empty" });
      case "send": {
        const sent = await send(deps, platform, lease, prepared.payload, prepared.order);
        if (sent !== "outdated") return sent;
      }
    }
  }
  return settle(deps, lease, { kind: "retry", after: RESTLESS, why: "the desk kept changing" });
}

async function preparedOrSkipped(deps: SchedulerDeps, lease: Lease): Promise<Prepared> {
  try {
    return await prepare(deps, lease);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return { kind: "skip", why: `it could not be written; the log has it as: ${deps.incident(error)}` };
  }
}

async function send(
  deps: SchedulerDeps,
  platform: Platform,
  lease: Lease,
  payload: Payload,
  order?: DigestOrder,
): Promise<number | "outdated" | undefined> {
  const { outbox, timings, monotonic } = deps;
  const { job } = lease;
  const before = monotonic();
  const saved = await outbox.sending(lease, payload, timings.lease, order);
  if (saved !== "saved") return saved === "outdated" ? "outdated" : undefined;
  // The lease runs by the database's clock, and this process may have been stopped since it was renewed. If it is
  // nearly over, nothing is sent: the next process searches the channel and finds that out.
  if (monotonic() - before > timings.lease - 2 * timings.call) return undefined;
  const target = order?.target ?? job.target;
  if (target.kind === "webhook") return undefined;
  const delivery = await deliver(platform, target, payload.reply, job.key, timings.call, (d) => deps.incident(d));
  const outcome = outcomeOf(job, target, delivery, timings);
  await outbox.settle(lease, outcome);
  return delivery.kind === "later" ? delivery.after : undefined;
}

async function settle(deps: SchedulerDeps, lease: Lease, outcome: Outcome): Promise<undefined> {
  await deps.outbox.settle(lease, outcome);
  return undefined;
}
