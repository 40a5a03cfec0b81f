import type { Address, Posting } from "#core/reply/posting.ts";
import type { Claim, Frozen, Target } from "#core/outbox/errand.ts";
import type { Platform } from "#core/chat/platform.ts";
import { doubtAfter, unsureWords } from "./deliver.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";

/** The platform's clock and the database's may differ by so much. */
const MARGIN = Temporal.Duration.from({ seconds: 60 });

/** What may have been sent is looked for; only what is certainly not there is sent again. */
export async function reconcile(
  deps: SchedulerDeps,
  platform: Platform,
  claim: Claim,
  resend: (frozen: Frozen) => Promise<number | "moved" | undefined>,
): Promise<number | undefined> {
  const { outbox, timings } = deps;
  const { errand, now } = claim;
  // A message that is changed twice in the same way was changed once.
  if (errand.target.kind === "message") return done(outbox.settle(claim, { kind: "again", after: 0 }));
  if (errand.payload !== undefined && repeatable(claim, platform)) {
    const sent = await resend({ ...errand.payload, desk: 0 });
    return sent === "moved" ? undefined : sent;
  }
  const found = errand.target.kind === "channel" ? await look(deps, platform, errand.target, claim) : undefined;
  if (found === undefined) {
    if (errand.rounds >= timings.rounds || errand.target.kind === "person") {
      return done(outbox.settle(claim, { kind: "attention", why: unsureWords(errand) }));
    }
    return done(outbox.settle(claim, { kind: "unknown", after: doubtAfter(errand, timings) }));
  }
  const [first] = found;
  if (first !== undefined) return done(outbox.settle(claim, { kind: "sent", posting: first, look: timings.look }));
  if (errand.rounds >= timings.rounds) {
    return done(outbox.settle(claim, { kind: "attention", why: unsureWords(errand) }));
  }
  // It waits out the last call that may still be on its way before it goes again.
  const since = now.since(errand.sendingAt ?? now).total("milliseconds");
  return done(outbox.settle(claim, { kind: "again", after: Math.max(0, 2 * timings.call - since) }));
}

function repeatable({ errand, now }: Claim, platform: Platform): boolean {
  if (platform.repeats === undefined || errand.firstAt === undefined) return false;
  return now.since(errand.firstAt).total("milliseconds") < platform.repeats;
}

async function look(
  deps: SchedulerDeps,
  platform: Platform,
  target: Extract<Target, { kind: "channel" }>,
  { errand, now }: Claim,
): Promise<readonly Posting[] | undefined> {
  const { kind: _, ...to } = target;
  return find(deps, platform, to, errand.key, errand.firstAt ?? now);
}

async function find(
  deps: SchedulerDeps,
  platform: Platform,
  to: Address,
  key: string,
  since: Temporal.Instant,
): Promise<readonly Posting[] | undefined> {
  try {
    return await platform.find(to, key, since.subtract(MARGIN));
  } catch (defect) {
    deps.incident(defect);
    return undefined;
  }
}

async function done(settled: Promise<boolean>): Promise<undefined> {
  await settled;
  return undefined;
}

/** What passed through doubt is looked at once more: of several messages with its key, the one that is known stays, or the first. */
export async function lookAgain(deps: SchedulerDeps, platform: Platform, claim: Claim): Promise<void> {
  const { target, key, posting } = claim.errand;
  if (target.kind === "channel") {
    const found = (await look(deps, platform, target, claim)) ?? [];
    const kept = found.find((p) => p.message === posting?.message) ?? found[0];
    const extra = found.filter((p) => p !== kept);
    for (const one of extra) await platform.remove(one);
    if (extra.length > 0) deps.incident(new Error(`${key} was posted ${found.length} times; one was left`));
  }
  await deps.outbox.settle(claim, { kind: "sent" });
}
