import { tongueOfDigest } from "./language.ts";
import type { View } from "#core/facts/view.ts";
import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { Asker } from "#core/request/asker.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { call, type Button } from "#core/request/call.ts";
import type { RevisionLog } from "#core/desk/revision-log.ts";
import { instant, mention, text, type Inline } from "#core/reply/reply.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { nextInstants } from "./instants.ts";
import { ruleWords } from "./rule.ts";
import type { Subscription } from "./subscription.ts";
import { topicsWords } from "./topic.ts";
import { wallMoment } from "./wall-moment.ts";

/** A channel under its present name, where the platform shows one; nothing is pinged. */
export function channelInline(channel: string, { showsNames }: Dialect, at: Told): Inline {
  const words = tell(at, "trail.channel", { id: channel });
  return showsNames === true ? mention("channel", channel, words) : text(words);
}

/** A person's name in the desk's history, or as their platform shows it where that has none. */
export function personInline(user: string, { platform }: DeskKey, asker: Asker, own: RevisionLog, at: Told): Inline {
  if (user === asker.id && platform === asker.platform) return text(tell(at, "person.you"));
  const known = own.revisions.findLast((r) => r.by.platform === platform && r.by.id === user)?.by.name;
  return known === undefined ? mention("person", user, tell(at, "person.user", { id: user })) : text(known);
}

/** What a digest is, in one sentence after "posts to ‹channel›". */
export function orderWords({ rule, wants, thread }: Pick<Subscription, "rule" | "wants" | "thread">, at: View): string {
  const topics = topicsWords(wants.topics, at);
  const days = ruleWords(rule, at);
  const form = wants.form ?? "changes";
  return [
    thread === undefined ? "" : tell(at, "order.thread"),
    topics === undefined ? tell(at, `order.${form}`, { days }) : tell(at, `order.${form}On`, { days, topics }),
    tell(at, wants.quiet ? "order.quiet" : "order.saysSo"),
    wants.suggestions ? tell(at, "order.suggestions") : "",
    // It goes without saying where it is the language that one reads.
    tongueOfDigest(wants) === at.tongue ? "" : tell(at, `order.${wants.language}`),
    wants.mention === undefined ? tell(at, "order.pingsNobody") : tell(at, "order.pings", { name: wants.mention.name }),
  ].join("");
}

/** The next three instants, in the zone's local time and as the platform shows an instant. */
export function nextLines(
  { rule }: Pick<Subscription, "rule">,
  now: Temporal.Instant,
  at: Told,
): readonly (readonly Inline[])[] {
  return nextInstants(rule, now, 3).map((next) => [
    text(`${wallMoment(next, rule.timezone, at)} (`),
    instant(next),
    text(")"),
  ]);
}

/** What is done with a digest, one button each. */
export function managing({ id, paused }: Pick<Subscription, "id" | "paused">, at: Told): readonly Button[] {
  const names = ["preview", "post-now", "edit", paused === undefined ? "pause" : "resume", "remove"] as const;
  return names.map((name) => digestButton(name, id, at));
}

export function digestButton(
  name: "preview" | "post-now" | "edit" | "pause" | "resume" | "remove",
  id: string,
  at: Told,
): Button {
  return { label: tell(at, `button.${name}`), call: call(["digest", name], { id }) };
}
