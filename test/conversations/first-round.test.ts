import { expect, it } from "vitest";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { FIRST_ROUND, HELD, held, NOTHING } from "#test/first-round.ts";
import { servers, who } from "#test/servers.ts";

const host = await servers(EMPTY_LIBRARY);
const desk = await host.server({ platform: "slack", id: "T-first-round" });
const moderator = { ...who("Ann", "moderator"), channel: "C1" };

it("takes thirty messages for a first round: 3 parties, 4 people, 2 places, 2 articles, 20 facts", async () => {
  for (const line of FIRST_ROUND) {
    const { refusal, form, text } = await desk.say(line, moderator);
    expect([refusal?.message, form?.problem?.message, form?.title], `${line}\n${text}`).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  }
  expect(FIRST_ROUND).toHaveLength(30);
  expect(held(await desk.session.desk.view())).toEqual(HELD);
});

it("answers from it, with its sources, in the words of each", async () => {
  const led = await desk.say("who led the iranian side", moderator);
  expect(led.text).toContain("Abbas Araghchi");
  expect(led.text).toContain("Gulf Gazette, 12 April 2025, ¶4");
  expect((await desk.say("where", moderator)).text).toMatch(/2 outlets agree/u);
  expect((await desk.say("how long did they meet", moderator)).text).toContain("more than two hours");
});

it("takes all of it back by as many undos as there were changes, and keeps the history", async () => {
  // Every line was one change: each `facts here` made an article.
  for (const line of FIRST_ROUND) {
    const { text, refusal } = await desk.say("facts undo", moderator);
    expect(refusal?.message, `${line}\n${text}`).toBeUndefined();
  }
  expect((await desk.say("facts undo", moderator)).text).toContain("You have no change here to take back.");
  expect(held(await desk.session.desk.view())).toEqual(NOTHING);
  const audit = await desk.say("facts audit", moderator);
  expect(audit.text).toContain("The history is complete");
  expect(audit.text).toMatch(/took back revision \d+, about party Iran\./u);
});

it("sets the positions of the sides beside each other, a row a topic", async () => {
  const desk = await host.server({ platform: "slack", id: "T-positions" });
  for (const line of FIRST_ROUND.slice(0, 15)) await desk.say(line, moderator);
  const add =
    'facts add position "United States" diplomacy wants "zero enrichment" source:"new: Harbour Herald" paragraph:2';
  expect((await desk.say(add, moderator)).text).toMatch(/^Added/u);
  const { text } = await desk.say("about position", who("Rea", "reader"));
  expect(text).toMatch(/^On +The Iranian side +The U\.S\. side +Fact$/mu);
  expect(text).toMatch(
    /^Diplomacy +offers: a real chance, if Washington means well \[Gulf Gazette, ¶7\] +wants: zero enrichment \[Harbour Herald, ¶2\]/mu,
  );
});

it.each<[string, string]>([
  ['movement iran arrived Muscat "earlier in the day"', "arrived at Muscat (earlier in the day)."],
  ["movement iran left Muscat", "left Muscat."],
  ['led iran Abbas Araghchi "Foreign Minister"', "Abbas Araghchi, Foreign Minister, led the Iranian side."],
  ['attended oman "Badr Albusaidi" minister', "Badr Albusaidi, minister, took part for the Omani side."],
  ['figure "length of the call" "around 45" minutes', "Length of the call: around 45 minutes."],
  // Of free words, what stands in quotation marks is the source's own.
  ['quote iran "Abbas Araghchi" we have "a good deal" now', "“we have a good deal now”"],
  ['purpose iran to talk about "red lines"', "to talk about red lines"],
  ['grievance iran closing of "the border crossing"', "closing of the border crossing"],
  ["next they meet again on Saturday", "They meet again on Saturday."],
  ['position iran enrichment refuses "a halt" "of any kind"', "on enrichment: a halt of any kind."],
])(
  "reads what a fact says in its order, where words or quotation marks tell its values apart: %s",
  async (words, said) => {
    const desk = await host.server({ platform: "slack", id: `T-order-${words}` });
    for (const line of FIRST_ROUND.slice(0, 8)) await desk.say(line, moderator);
    const { text, refusal } = await desk.say(`facts add ${words} paragraph:2`, moderator);
    expect(refusal?.message).toBeUndefined();
    expect(text).toContain(said);
    expect(text).toMatch(/^Added to First round, Muscat$/mu);
  },
);

it("asks where a word may be a place that is not held, or the time", async () => {
  const desk = await host.server({ platform: "slack", id: "T-order-time" });
  for (const line of FIRST_ROUND.slice(0, 8)) await desk.say(line, moderator);
  const { form } = await desk.say('facts add movement iran left "around six hours later" paragraph:2', moderator);
  expect(form?.problem?.field).toBe("act");
});
