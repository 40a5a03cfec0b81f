import { ownKey, ownSlotOf, slotKey } from "#core/slots/label.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { View } from "#core/facts/view.ts";
import type { News } from "./news.ts";
import { says } from "./says.ts";
import type { Topics } from "./subscription.ts";

/**
 * The part of the news that is about any of the topics. Without topics, all of it. A topic that was merged is what it
 * was merged into.
 */
export function inScope(news: News, topics: Topics, names: View): News {
  if (Object.values(topics).every((ids) => ids.length === 0)) return news;
  const negotiations = new Set(alsoAs(topics.negotiations, names.negotiations));
  const rounds = names.talks.items.flatMap(({ id, negotiation }) => (negotiations.has(negotiation) ? [id] : []));
  const talks = alsoAs([...topics.talks, ...rounds], names.talks);
  const own = alsoAs(
    topics.slots.flatMap((key) => ownSlotOf(key) ?? []),
    names.slots,
  );
  const whole = { slots: [...topics.slots, ...own.map(ownKey)], talks, people: alsoAs(topics.people, names.people) };
  const told = (fact: Fact): boolean => topics.words.some((words) => says(fact, words, names));
  const about = (fact: Fact | undefined): boolean => fact !== undefined && (isAbout(fact, whole) || told(fact));
  return {
    before: news.before,
    corrections: news.corrections.filter(({ was, is }) => about(was) || about(is)),
    opened: news.opened.filter((d) => d.facts.some(about)),
    settled: news.settled.filter(({ was, left }) => was.facts.some(about) || left.some(about)),
    fresh: news.fresh.filter(about),
    resting: news.resting.filter(({ fact }) => about(fact)),
    suggestions: news.suggestions,
  };
}

/** Ids with all that are read as the same now: news tells facts as they were, too. */
function alsoAs(ids: readonly string[], { leads }: Pick<Names["talks"], "leads">): readonly string[] {
  const now = new Set(ids.map((id) => leads.get(id) ?? id));
  return [...now, ...[...leads].flatMap(([old, id]) => (now.has(id) ? [old] : []))];
}

function isAbout(fact: Fact, { slots, talks, people }: Omit<Topics, "negotiations" | "words">): boolean {
  return (
    slots.includes(fact.slot) ||
    slots.includes(slotKey(fact)) ||
    talks.includes(fact.talks) ||
    fact.claims.some((claim) =>
      Object.entries(claim.fields).some(
        ([field, value]) => SLOTS[claim.slot].fields[field]?.of === "people" && people.includes(String(value)),
      ),
    )
  );
}
