import { readDay } from "#core/values/day.ts";
import { dayText, type CalendarDay } from "#core/values/day-value.ts";
import { fold } from "#core/text/text.ts";
import type { Article } from "./article.ts";
import { fieldsOf, live, type Fact } from "./fact.ts";
import type { Talks } from "./names.ts";
import { isOrdinal, ordinals } from "./ordinals.ts";

/**
 * Rounds in the order in which they are told, each with the ordinals of its place: negotiation by negotiation, the one
 * with the latest round last. Within one, those that somebody ordered stand so, and the others by their days beside
 * them.
 */
export function inOrder(
  talks: readonly Talks[],
  facts: readonly Fact[],
  articles: ReadonlyMap<string, Article>,
): readonly Talks[] {
  const groups = [...Map.groupBy(talks, (t) => t.negotiation).values()];
  const ordered = talks.every((t) => t.order !== undefined);
  const days = ordered && groups.length < 2 ? new Map<string, string>() : daysOf(facts, articles);
  const newest = (group: readonly Talks[]): string =>
    group
      .map((t) => days.get(t.id) ?? "")
      .toSorted()
      .at(-1) ?? "";
  return groups
    .map((group) => ({ group, day: newest(group) }))
    .toSorted((a, b) => compare(a.day, b.day))
    .flatMap(({ group }) => placed(sequence(group, days)));
}

/**
 * The day of each round, as `2025-04-10`: the newest that a fact on its day says whole, else the first day on which an
 * article told of it.
 */
function daysOf(facts: readonly Fact[], articles: ReadonlyMap<string, Article>): ReadonlyMap<string, string> {
  const [said, told] = [new Map<string, string>(), new Map<string, string>()];
  for (const fact of facts) {
    if (!live(fact)) continue;
    const { talks } = fact;
    const day = fact.slot === "date" ? wholeDay(String(fieldsOf(fact)["stated"] ?? "")) : undefined;
    if (day !== undefined && day > (said.get(talks) ?? "")) said.set(talks, day);
    for (const { citation } of fact.claims) {
      const published = articles.get(citation.article)?.published;
      // Later articles look back at earlier rounds, so that the first one is nearest to the round.
      if (published !== undefined && published < (told.get(talks) ?? "9")) told.set(talks, published);
    }
  }
  return new Map([...told, ...said]);
}

function wholeDay(stated: string): string | undefined {
  const day = readDay(stated);
  const whole: CalendarDay | undefined = day.kind === "day" ? day : day.kind === "range" ? day.to : undefined;
  return whole?.year === undefined ? undefined : dayText(whole);
}

function sequence(group: readonly Talks[], days: ReadonlyMap<string, string>): readonly Talks[] {
  const [ordered, others] = [group.filter((t) => t.order !== undefined), group.filter((t) => t.order === undefined)];
  const all = ordered.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  // One without a day was just begun: it is the latest.
  const dayOf = (t: Talks): string => days.get(t.id) ?? "9";
  for (const next of others.toSorted((a, b) => compare(dayOf(a), dayOf(b)))) {
    const after = all.findIndex((t) => days.has(t.id) && dayOf(t) > dayOf(next));
    all.splice(after < 0 ? all.length : after, 0, next);
  }
  return all;
}

function placed(group: readonly Talks[]): readonly Talks[] {
  const count = group.filter((t) => t.retired !== true).length;
  let place = 0;
  return group.map((talks) => {
    const aliases = talks.aliases.filter((alias) => !isOrdinal(fold(alias)));
    if (talks.retired === true) return { ...talks, aliases };
    place += 1;
    return { ...talks, aliases, ordinals: ordinals(place, count) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
