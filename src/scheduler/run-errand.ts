import type { Claim, Frozen, Outcome, Target } from "#core/outbox/errand.ts";
import type { Order } from "#core/outbox/outbox.ts";
import type { Platform } from "#core/chat/platform.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import { attempt, outcomeOf } from "./deliver.ts";
import { makeReady } from "./make-ready.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";
import { lookAgain, reconcile } from "./reconcile.ts";

// A desk or an order that changes between composing and sending again and again is let be for a moment.
const TRIES = 5;
const RESTLESS = 2000;

/** Takes a claimed errand as far as it goes. Returns how long the platform asked to wait, where it refused. */
export async function runErrand(deps: SchedulerDeps, platform: Platform, claim: Claim): Promise<number | undefined> {
  switch (claim.errand.state) {
    case "claimed":
      return prepare(deps, platform, claim);
    case "unknown":
      return reconcile(deps, platform, claim, (frozen) => send(deps, platform, claim, frozen));
    case "sent":
      await lookAgain(deps, platform, claim);
      return undefined;
    // A claim leaves none of these.
    case "due":
    case "sending":
    case "empty":
    case "skipped":
    case "failed":
    case "attention":
      return undefined;
  }
}

async function prepare(deps: SchedulerDeps, platform: Platform, claim: Claim): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const ready = await readyOr(deps, claim);
    if (ready.kind === "skip") return settled(deps, claim, { kind: "skipped", why: ready.why });
    const { composed, order } = ready;
    if (composed.kind === "nothing") return settled(deps, claim, { ...composed, kind: "empty" });
    const { kind: _, ...frozen } = composed;
    const sent = await send(deps, platform, claim, frozen, order);
    if (sent !== "moved") return sent;
  }
  return settled(deps, claim, { kind: "again", after: RESTLESS, why: "the desk kept changing" });
}

async function readyOr(deps: SchedulerDeps, claim: Claim): ReturnType<typeof makeReady> {
  try {
    return await makeReady(deps, claim);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return { kind: "skip", why: `it could not be written: incident ${deps.incident(error)}` };
  }
}

async function send(
  deps: SchedulerDeps,
  platform: Platform,
  claim: Claim,
  frozen: Frozen,
  order?: Order,
): Promise<number | "moved" | undefined> {
  const { outbox, timings, monotonic } = deps;
  const before = monotonic();
  const kept = await outbox.sending(claim, frozen, timings.lease, order);
  if (kept !== "kept") return kept === "moved" ? "moved" : undefined;
  // The lease is the database's; this process may have been stopped since it was given. Whoever comes later finds nothing was sent.
  if (monotonic() - before > timings.lease - 2 * timings.call) return undefined;
  const target: Target = order?.target ?? claim.errand.target;
  const delivery = await attempt(platform, target, frozen.reply, claim.errand.key, timings, (d) => deps.incident(d));
  await outbox.settle(claim, outcomeOf(claim.errand, target, delivery, timings));
  return delivery.kind === "later" ? delivery.after : undefined;
}

async function settled(deps: SchedulerDeps, claim: Claim, outcome: Outcome): Promise<undefined> {
  await deps.outbox.settle(claim, outcome);
  return undefined;
}
