import { labelOf } from "#core/slots/label.ts";
import type { Disagreement } from "#core/slots/disagreement.ts";
import { live } from "#core/facts/fact.ts";
import { brief, statement } from "#core/reply/statement.ts";
import { tell } from "#core/messages/tell.ts";
import { shorten } from "#core/text/text.ts";
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
  return `${shorten(first(news, view), FIRST_MAX)}${more > 0 ? tell(view, "headline.more", { n: more }) : ""}`;
}

function first({ before, corrections, opened, settled, fresh, resting, suggestions }: News, view: View): string {
  const [correction] = corrections;
  if (correction !== undefined) {
    const { was, is } = correction;
    const label = labelOf(was.claims[0], view);
    if (is === undefined) return tell(view, "headline.takenBack", { what: statement(was, before) });
    if (!live(is)) return tell(view, "headline.retracted", { what: statement(was, before) });
    if (!live(was)) return tell(view, "headline.broughtBack", { what: statement(is, view) });
    const [old, now] = [brief(was.claims[0], before), brief(is.claims[0], view)];
    return old === now
      ? tell(view, "headline.corrected", { what: statement(is, view) })
      : tell(view, "headline.was", { label, old, now });
  }
  if (opened[0] !== undefined) return tell(view, "digest.differ", { what: question(opened[0], view) });
  if (settled[0] !== undefined) return tell(view, "headline.settled", { what: question(settled[0].was, view) });
  if (fresh[0] !== undefined) return tell(view, "digest.fresh", { what: statement(fresh[0], view) });
  if (resting[0] !== undefined) return tell(view, "headline.sources", { what: statement(resting[0].fact, view) });
  return tell(view, "headline.suggestions", { n: suggestions.length });
}

/** `How long, Second round, Geneva, April 2025`. */
export function question({ facts: [first], talks }: Pick<Disagreement, "facts" | "talks">, view: View): string {
  return [...(first === undefined ? [] : [labelOf(first.claims[0], view)]), view.talks.name(talks)].join(", ");
}
