import { corrected } from "#core/outbox/correction.ts";
import type { Composed as Written } from "#core/digest/compose.ts";
import type { Claim, Composed, Target } from "#core/outbox/errand.ts";
import type { Order } from "#core/outbox/outbox.ts";
import type { PlacedDigest } from "#core/outbox/placed-digest.ts";
import type { DeskNow, SchedulerDeps } from "./scheduler-deps.ts";

/** What to send for a claim, or why nothing is sent. `order`: what must still hold when it goes. */
export type Ready =
  | { readonly kind: "composed"; readonly composed: Composed; readonly order?: Order }
  | { readonly kind: "skip"; readonly why: string };

const NOTHING: Ready = { kind: "composed", composed: { kind: "nothing" } };

export async function makeReady(deps: SchedulerDeps, claim: Claim): Promise<Ready> {
  const { errand } = claim;
  switch (errand.kind) {
    case "digest":
      return digest(deps, claim);
    case "follow":
      return follow(deps, claim);
    case "correction": {
      const shown = await deps.outbox.shown(Number(errand.work.slice("correction/".length)));
      if (shown === undefined) return { kind: "skip", why: "the message is not remembered" };
      const { desk, snapshot } = await deps.deskNow(shown.desk);
      const reply = corrected(shown, snapshot.view, errand.target.kind !== "message");
      if (reply === undefined) return NOTHING;
      return { kind: "composed", composed: { kind: "say", reply, desk, version: snapshot.own.version } };
    }
    case "notice": {
      const { payload } = errand;
      return payload === undefined ? NOTHING : { kind: "composed", composed: { kind: "say", ...payload } };
    }
  }
}

async function digest(deps: SchedulerDeps, { errand, now }: Claim): Promise<Ready> {
  const { outbox, composer, timings } = deps;
  const found = await outbox.digest(errand.work.slice("digest/".length));
  if (found === undefined) return { kind: "skip", why: "the digest was removed" };
  if (found.paused !== undefined && !errand.asked) return { kind: "skip", why: `paused: ${found.paused.why}` };
  const since = now.since(Temporal.Instant.from(errand.slot)).total("milliseconds");
  const overtaken = found.next !== undefined && Temporal.Instant.compare(found.next, now) <= 0;
  if (since > timings.late || overtaken) return { kind: "skip", why: "too late: its time had passed" };
  const at = await deps.deskNow({ platform: found.platform, id: found.place });
  const composed = stamped(composer.digest(at.snapshot, found, errand.missed), at);
  return { kind: "composed", composed, order: { version: found.version, target: targetOf(found) } };
}

async function follow(deps: SchedulerDeps, { errand }: Claim): Promise<Ready> {
  if (errand.target.kind !== "person") return { kind: "skip", why: "not to a person" };
  const { place, user } = errand.target;
  const { platform } = errand;
  const follower = await deps.outbox.follower({ platform, place, user });
  if (follower === undefined) return { kind: "skip", why: "follows nothing any more" };
  const at = await deps.deskNow({ platform, id: place });
  return { kind: "composed", composed: stamped(deps.composer.follow(at.snapshot, follower), at) };
}

function stamped(written: Written, { desk, snapshot }: DeskNow): Composed {
  return written.kind === "nothing" ? written : { ...written, desk, version: snapshot.own.version };
}

function targetOf({ place, channel, thread }: PlacedDigest): Target {
  return { kind: "channel", place, channel, ...(thread === undefined ? {} : { thread }) };
}
