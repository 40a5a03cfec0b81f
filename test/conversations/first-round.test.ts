import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { servers, who } from "#test/servers.ts";

const host = await servers(EMPTY_LIBRARY);
const desk = await host.server({ platform: "slack", id: "T-first-round" });
const moderator = { ...who("Ann", "moderator"), channel: "C1" };

/** All that a moderator types to bring in a round: its names, then two articles, made up, and what they say. */
const LINES = [
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

it("takes thirty messages for a first round: 3 parties, 4 people, 2 places, 2 articles, 20 facts", async () => {
  for (const line of LINES) {
    const { refusal, form, text } = await desk.say(line, moderator);
    expect([refusal?.message, form?.problem?.message, form?.title], `${line}\n${text}`).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  }
  const view = await desk.session.desk.view();
  expect(LINES).toHaveLength(30);
  expect([view.negotiations.all, view.talks.all, view.parties.all].map((all) => all.length)).toEqual([1, 1, 3]);
  expect([view.people.all.length, view.places.all.length, view.articles.size]).toEqual([4, 2, 2]);
  // One of the facts is said by both articles.
  expect(view.facts.flatMap((f) => f.claims)).toHaveLength(21);
  expect(view.facts).toHaveLength(20);
});

it("answers from it, with its sources, in the words of each", async () => {
  const led = await desk.say("who led the iranian side", moderator);
  expect(led.text).toContain("Abbas Araghchi");
  expect(led.text).toContain("Gulf Gazette, 12 April 2025, ¶4");
  expect((await desk.say("where", moderator)).text).toContain("2 outlets agree, wording after Gulf Gazette");
  expect((await desk.say("how long did they meet", moderator)).text).toContain("more than two hours");
});

it("takes all of it back by as many undos as there were changes, and keeps the history", async () => {
  // Every line was one change: each `facts here` made an article.
  for (const line of LINES) {
    const { text, refusal } = await desk.say("facts undo", moderator);
    expect(refusal?.message, `${line}\n${text}`).toBeUndefined();
  }
  expect((await desk.say("facts undo", moderator)).text).toContain("You have no change here to take back.");
  const view = await desk.session.desk.view();
  expect([view.negotiations, view.talks, view.parties, view.people, view.places].map((d) => d.items.length)).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect([view.facts.length, view.articles.size]).toEqual([0, 0]);
  const audit = await desk.say("facts audit", moderator);
  expect(audit.text).toContain("The history is complete");
  expect(audit.text).toContain("took back a change to");
});
