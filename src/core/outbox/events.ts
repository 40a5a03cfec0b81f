import type { WholeSnapshot } from "#core/desk/desk.ts";
import { newsFrom, newsSince } from "#core/digest/news.ts";
import { sinceRevision } from "#core/digest/since.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { sequenceAt } from "./job.ts";
import { touched } from "./touched.ts";
import type { WebhookEvent } from "./webhook-event.ts";

/** Most facts in one event: it stays far below the 20 KB that Standard Webhooks advises. */
const FACTS_MAX = 200;

/**
 * What happened to a desk's facts after its revision `seen` and after `since`, in order; nothing where it has no such
 * revision. A desk that nobody was told of was not followed through: `seen` may lie far back.
 */
export function factEvents(at: WholeSnapshot, seen: number, since: Temporal.Instant): readonly WebhookEvent[] {
  const { revisions } = at.own;
  const before = revisions.findLast((r) => Temporal.Instant.compare(r.at, since) <= 0)?.number ?? 0;
  const from = Math.max(seen, before);
  const last = revisions.at(-1);
  if (last === undefined || last.number <= from) return [];
  const told = sinceRevision(from, at);
  const few = touched(at, from);
  const { fresh, corrections, resting, opened } =
    few === undefined ? newsSince(at, told) : newsFrom(few.before, { ...at, view: few.now }, told);
  const now = corrections.flatMap(({ is }) => (is !== undefined && live(is) ? [is] : []));
  const gone = corrections.flatMap(({ was, is }) => (is === undefined || !live(is) ? [is ?? was] : []));
  const apart = new Map(opened.flatMap(({ facts }) => facts.map((f) => [f.id, f] as const)));
  const events: readonly (readonly [WebhookEvent["type"], readonly Fact[]])[] = [
    ["fact.added", fresh],
    ["fact.corrected", [...now, ...resting.map(({ fact }) => fact)]],
    ["fact.retracted", gone],
    ["fact.disputed", [...apart.values()]],
  ];
  const timestamp = sequenceAt(last.at);
  return events.flatMap(([type, facts]) =>
    Array.from({ length: Math.ceil(facts.length / FACTS_MAX) }, (_, i) => ({
      type,
      timestamp,
      data: {
        facts: facts.slice(i * FACTS_MAX, (i + 1) * FACTS_MAX).map(({ id, revision }) => ({ id, revision })),
      },
    })),
  );
}

/** A digest was posted, by its id. */
export function digestPosted(digest: string, at: Temporal.Instant): WebhookEvent {
  return { type: "digest.posted", timestamp: sequenceAt(at), data: { digest } };
}

/** What somebody sends to see that it arrives. */
export function testEvent(at: Temporal.Instant): WebhookEvent {
  return { type: "webhook.test", timestamp: sequenceAt(at), data: {} };
}
