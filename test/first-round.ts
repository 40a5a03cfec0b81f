import type { View } from "#core/facts/view.ts";

/** All that a moderator types to bring in a round: its names, then two articles, made up, and what they say. */
export const FIRST_ROUND: readonly string[] = [
  'facts talks add "First round, Muscat" negotiation:"Iran–U.S. nuclear talks" parties:"Iran, United States; mediator Oman" also:"Muscat round"',
  'facts person add "Abbas Araghchi" party:Iran also:"Abbas Araqchi, Araqchi"',
  'facts person add "Steve Witkoff" party:"United States" also:"Steven Witkoff"',
  'facts person add "Badr Albusaidi" party:Oman also:"Badr al-Busaidi, Al Busaidi"',
  'facts person add "Esmaeil Baghaei" party:Iran also:"Esmaeil Baqaei"',
  "facts place add Muscat kind:city also:Maskat",
  'facts place add "the Omani Embassy in Rome" kind:building',

  'facts here talks:"First round, Muscat" source:"new: Gulf Gazette" published:2025-04-12',
  "facts add venue Muscat paragraph:1",
  'facts add format "indirect, through Oman" paragraph:2',
  'facts add led iran "Abbas Araqchi" post:"Foreign Minister" paragraph:4',
  'facts add movement iran arrived place:Muscat time:"earlier in the day" paragraph:4',
  'facts add led "United States" "Steve Witkoff" post:"Middle East envoy" paragraph:5',
  'facts add session "Araghchi gave his position to Albusaidi" "on arrival" paragraph:6',
  'facts add position iran diplomacy offers "a real chance, if Washington means well" paragraph:7',
  'facts add purpose iran "to learn how serious Washington is" paragraph:8',
  "facts add role oman mediator paragraph:2",
  'facts add background "such talks were the first in years" paragraph:2',

  'facts here source:"new: Harbour Herald" published:2025-04-12',
  'facts add note "United States" "Witkoff was to settle differences by dialogue" according:"the White House" paragraph:1',
  'facts add agenda "the nuclear program and sanctions" paragraph:1',
  'facts add assessment "United States" "the White House" "the issues are complicated" paragraph:2',
  'facts add format "direct communication by Witkoff" paragraph:2',
  'facts add next "the talks go on next Saturday" according:"confirmed by the White House" paragraph:3',
  "facts add date Saturday paragraph:1",
  "facts add venue Maskat paragraph:1",
  'facts add attended iran "Esmaeil Baqaei" post:spokesman paragraph:3',
  'facts add outcome "the sides agreed to meet again" paragraph:3',
  'facts add duration "more than two hours" paragraph:2',
  'facts add figure "envoys in the room" 3 envoys paragraph:2',
];

/** How much a desk holds of each kind of thing. */
export function held(view: View): Readonly<Record<string, number>> {
  const { negotiations, talks, parties, people, places, articles, facts } = view;
  return {
    negotiations: negotiations.all.length,
    talks: talks.all.length,
    parties: parties.all.length,
    people: people.all.length,
    places: places.all.length,
    articles: articles.size,
    facts: facts.length,
    // One of the facts is said by both articles.
    claims: facts.flatMap((f) => f.claims).length,
  };
}

/** What the lines bring. */
export const HELD = { negotiations: 1, talks: 1, parties: 3, people: 4, places: 2, articles: 2, facts: 20, claims: 21 };
export const NOTHING = Object.fromEntries(Object.keys(HELD).map((kind) => [kind, 0]));
