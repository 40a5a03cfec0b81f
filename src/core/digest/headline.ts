import { labelOf } from "#core/slots/label.ts";
import type { Disagreement } from "#core/slots/disagreement.ts";
import { live } from "#core/facts/fact.ts";
import { brief, statement } from "#core/reply/statement.ts";
import { count, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { News } from "./news.ts";

// A phone shows about this many characters; Slack's header takes 150.
const FIRST_MAX = 110;

/** How many things a digest tells. */
export function newsCount({ corrections, opened, settled, fresh, resting, suggestions }: News): number {
  return [corrections, opened, settled, fresh, resting, suggestions].reduce((sum, part) => sum + part.length, 0);
}

/** The most important news, and how much more there is: the line that a phone shows. */
export function headline(news: News, view: View): string {
  const more = newsCount(news) - 1;
  return `${shorten(first(news, view), FIRST_MAX)}${more > 0 ? ` (and ${count(more, "more change")})` : ""}`;
}

function first({ before, corrections, opened, settled, fresh, resting, suggestions }: News, view: View): string {
  const [correction] = corrections;
  if (correction !== undefined) {
    const { was, is } = correction;
    const label = labelOf(was.claims[0], view);
    if (is === undefined) return `Taken back: ${statement(was, before)}`;
    if (!live(is)) return `Retracted: ${statement(was, before)}`;
    if (!live(was)) return `Brought back: ${statement(is, view)}`;
    const [old, now] = [brief(was.claims[0], before), brief(is.claims[0], view)];
    return old === now ? `Corrected: ${statement(is, view)}` : `Corrected: ${label}: was ${old}, now ${now}`;
  }
  if (opened[0] !== undefined) return `Sources differ: ${question(opened[0], view)}`;
  if (settled[0] !== undefined) return `Settled: ${question(settled[0].was, view)}`;
  if (fresh[0] !== undefined) return `New: ${statement(fresh[0], view)}`;
  if (resting[0] !== undefined) return `Sources changed: ${statement(resting[0].fact, view)}`;
  return `${count(suggestions.length, "new suggestion")} for moderators`;
}

/** `How long, Second round, Geneva, April 2025`. */
export function question({ facts: [first], talks }: Pick<Disagreement, "facts" | "talks">, view: View): string {
  return [...(first === undefined ? [] : [labelOf(first.claims[0], view)]), view.talks.name(talks)].join(", ");
}
