import { labelOf } from "#core/slots/label.ts";
import { differing, type Disagreement } from "#core/slots/disagreement.ts";
import { live } from "#core/facts/fact.ts";
import { FIRST_MAX, firstLine } from "#core/reply/first-line.ts";
import { brief, statement } from "#core/reply/statement.ts";
import { tell } from "#core/messages/tell.ts";
import { shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { News } from "./news.ts";

/** How many things a digest tells. */
export function newsCount({ corrections, opened, settled, fresh, resting, suggestions }: News): number {
  return [corrections, opened, settled, fresh, resting, suggestions].reduce((sum, part) => sum + part.length, 0);
}

/** The most important news, and how much more there is: the line that a phone shows. */
export function headline(news: News, view: View): string {
  const others = newsCount(news) - 1;
  const more = others > 0 ? tell(view, "headline.more", { n: others }) : "";
  const room = FIRST_MAX - more.length;
  return `${shorten(first(news, room, view), room)}${more}`;
}

function first(news: News, room: number, view: View): string {
  const { before, corrections, opened, settled, fresh, resting, suggestions } = news;
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
  if (opened[0] !== undefined) return howTheyDiffer(opened[0], room, view);
  if (settled[0] !== undefined) return tell(view, "headline.settled", { what: question(settled[0].was, view) });
  if (fresh[0] !== undefined) return tell(view, "digest.fresh", { what: statement(fresh[0], view) });
  if (resting[0] !== undefined) return tell(view, "headline.sources", { what: statement(resting[0].fact, view) });
  return tell(view, "headline.suggestions", { n: suggestions.length });
}

/** What the sources say, where a line has room for all of it; else on what they differ. */
function howTheyDiffer(opened: Disagreement, room: number, view: View): string {
  const { text } = firstLine(opened.facts, view);
  const all = differing(opened.facts, view) ?? [];
  const isTold = all.length > 1 && all.every((f) => text.includes(brief(f.claims[0], view))) && text.length <= room;
  return isTold ? text : tell(view, "digest.differ", { what: question(opened, view) });
}

/** `How long, Second round, Geneva, April 2025`. */
export function question({ facts: [first], talks }: Pick<Disagreement, "facts" | "talks">, view: View): string {
  return [...(first === undefined ? [] : [labelOf(first.claims[0], view)]), view.talks.name(talks)].join(", ");
}
