import type { Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { News } from "./news.ts";
import type { Topics } from "./subscription.ts";

/** The part of the news that is about any of the topics. Without topics, all of it. */
export function inScope(news: News, topics: Topics): News {
  if (topics.slots.length + topics.talks.length + topics.people.length === 0) return news;
  const about = (fact: Fact | undefined): boolean => fact !== undefined && isAbout(fact, topics);
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

function isAbout(fact: Fact, { slots, talks, people }: Topics): boolean {
  return (
    slots.includes(fact.slot) ||
    talks.includes(fact.talks) ||
    fact.claims.some((claim) =>
      Object.entries(claim.fields).some(
        ([field, value]) => SLOTS[claim.slot].fields[field]?.of === "people" && people.includes(String(value)),
      ),
    )
  );
}
