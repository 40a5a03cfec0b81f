import type { Talks } from "#core/facts/names.ts";
import { memoised } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import type { Say } from "#core/slots/slot.ts";

/** Words in the name of talks by which they are a call or a summit; English, Turkish and Russian. */
const EVENTS: readonly (readonly [words: RegExp, event: string])[] = [
  [/(?:^| )(?:call|telefon|звонок|телефонныи разговор)(?: |$)/u, "the call"],
  [/(?:^| )(?:summit|zirve|zirvesi|саммит)(?: |$)/u, "the summit"],
  [/(?:^| )(?:conference|konferans|konferansi|конференция)(?: |$)/u, "the conference"],
  [/(?:^| )(?:meeting|toplantisi|встреча)(?: |$)/u, "the meeting"],
];

export const TALKS: Pick<Say, "event" | "were"> = { event: "the talks", were: "were" };

/**
 * What a sentence calls talks by their name: `Phone call of 12 February` → `the call`; without such a word `the talks`.
 */
export const eventOf = memoised(({ name }: Pick<Talks, "name">): Pick<Say, "event" | "were"> => {
  const words = fold(name);
  const [, event] = EVENTS.find(([pattern]) => pattern.test(words)) ?? [];
  return event === undefined ? TALKS : { event, were: "was" };
});
