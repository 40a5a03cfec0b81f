import type { Address, Posting } from "#core/reply/posting.ts";
import type { Lease, Target } from "#core/outbox/job.ts";
import { outcomeOfSearch } from "#core/outbox/outcome.ts";
import type { Payload } from "#core/outbox/payload.ts";
import type { Platform } from "#core/chat/platform.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";

/** The platform's clock and the database's may differ by so much. */
const MARGIN = Temporal.Duration.from({ seconds: 60 });

/**
 * Finds out whether a message that may have been sent is there, and sends again only what certainly is not. `resend`
 * sends it at once, and returns as `runJob` does. Returns the same.
 */
export async function reconcile(
  deps: SchedulerDeps,
  platform: Platform,
  lease: Lease,
  resend: (payload: Payload) => Promise<number | "outdated" | undefined>,
): Promise<number | undefined> {
  const { outbox, timings } = deps;
  const { job } = lease;
  if (job.target.kind === "message") {
    // An edit may be made twice: the message reads the same.
    await outbox.settle(lease, { kind: "retry", after: 0 });
    return undefined;
  }
  if (job.payload !== undefined && repeatable(lease, platform)) {
    const sent = await resend(job.payload);
    return sent === "outdated" ? undefined : sent;
  }
  const found = job.target.kind === "channel" ? await search(deps, platform, job.target, lease) : undefined;
  await outbox.settle(lease, outcomeOfSearch(lease, found, timings));
  return undefined;
}

/**
 * Searches the channel once more after a lost answer. Of several messages with the job's key the known one stays, or
 * the first.
 */
export async function recheck(deps: SchedulerDeps, platform: Platform, lease: Lease): Promise<void> {
  const { target, key, posting } = lease.job;
  if (target.kind === "channel") {
    const found = (await search(deps, platform, target, lease)) ?? [];
    const stays = found.find((p) => p.message === posting?.message) ?? found[0];
    const extra = found.filter((p) => p !== stays);
    for (const one of extra) await platform.remove(one);
    if (extra.length > 0) deps.incident(new Error(`${key} was posted ${found.length} times; one was left`));
  }
  await deps.outbox.settle(lease, { kind: "sent" });
}

/** Whether the platform still recognises the key of the first attempt, so that a second one posts nothing twice. */
function repeatable({ job, at }: Lease, platform: Platform): boolean {
  if (platform.repeats === undefined || job.firstAt === undefined) return false;
  return at.since(job.firstAt).total("milliseconds") < platform.repeats;
}

/** The messages in the channel with the job's key; undefined where its history cannot be read. */
async function search(
  deps: SchedulerDeps,
  platform: Platform,
  target: Extract<Target, { kind: "channel" }>,
  { job, at }: Lease,
): Promise<readonly Posting[] | undefined> {
  const { kind: _, ...address } = target;
  const to: Address = address;
  try {
    return await platform.find(to, job.key, (job.firstAt ?? at).subtract(MARGIN));
  } catch (defect) {
    deps.incident(defect);
    return undefined;
  }
}
