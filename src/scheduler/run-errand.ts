import type { Claim, Frozen, Outcome, Target } from "#core/outbox/errand.ts";
import type { Order } from "#core/outbox/outbox.ts";
import type { Platform } from "#core/chat/platform.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import { attempt, outcomeOf } from "./deliver.ts";
import { makeReady } from "./make-ready.ts";
import type { Office } from "./office.ts";
import { lookAgain, reconcile } from "./reconcile.ts";

// A desk or an order that changes between composing and sending again and again is let be for a moment.
const TRIES = 5;
const RESTLESS = 2000;

/** Takes a claimed errand as far as it goes. Returns how long the platform asked to wait, where it refused. */
export async function runErrand(office: Office, platform: Platform, claim: Claim): Promise<number | undefined> {
  switch (claim.errand.state) {
    case "claimed":
      return prepare(office, platform, claim);
    case "unknown":
      return reconcile(office, platform, claim, (frozen) => send(office, platform, claim, frozen));
    case "sent":
      await lookAgain(office, platform, claim);
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

async function prepare(office: Office, platform: Platform, claim: Claim): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const ready = await readyOr(office, claim);
    if (ready.kind === "skip") return settled(office, claim, { kind: "skipped", why: ready.why });
    const { composed, order } = ready;
    if (composed.kind === "nothing") return settled(office, claim, { ...composed, kind: "empty" });
    const { kind: _, ...frozen } = composed;
    const sent = await send(office, platform, claim, frozen, order);
    if (sent !== "moved") return sent;
  }
  return settled(office, claim, { kind: "again", after: RESTLESS, why: "the desk kept changing" });
}

async function readyOr(office: Office, claim: Claim): ReturnType<typeof makeReady> {
  try {
    return await makeReady(office, claim);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return { kind: "skip", why: `it could not be written: incident ${office.incident(error)}` };
  }
}

async function send(
  office: Office,
  platform: Platform,
  claim: Claim,
  frozen: Frozen,
  order?: Order,
): Promise<number | "moved" | undefined> {
  const { outbox, tempo, monotonic } = office;
  const before = monotonic();
  const kept = await outbox.sending(claim, frozen, tempo.lease, order);
  if (kept !== "kept") return kept === "moved" ? "moved" : undefined;
  // The lease is the database's; this process may have been stopped since it was given. Whoever comes later finds nothing was sent.
  if (monotonic() - before > tempo.lease - 2 * tempo.call) return undefined;
  const target: Target = order?.target ?? claim.errand.target;
  const delivery = await attempt(platform, target, frozen.reply, claim.errand.key, tempo, (d) => office.incident(d));
  await outbox.settle(claim, outcomeOf(claim.errand, target, delivery, tempo));
  return delivery.kind === "later" ? delivery.after : undefined;
}

async function settled(office: Office, claim: Claim, outcome: Outcome): Promise<undefined> {
  await office.outbox.settle(claim, outcome);
  return undefined;
}
