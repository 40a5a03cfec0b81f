import { expect, it } from "vitest";
import { memoryStore } from "#test/stores/memory-store.ts";
import { talksInDiscord } from "./discord/talks.ts";
import { shown, talksInSlack } from "./slack/talks.ts";

const QUESTIONS = [
  "who-led",
  "where",
  "when",
  "how-long",
  "about topic:why",
  "about topic:agenda",
  "about topic:outcomes",
  "properties",
  "disputes",
  "who name:Darchiev",
  "quotes about:Ukraine",
  "compare",
  "ask question:who led the russian side",
  "ask question:how long did the talks last",
];

const TOLD =
  /TASS|ln24SA|Türkiye Today|Hürriyet[\w ]*|Meduza|note \d+|¶\d+|\b(?:apr|feb|may)-[a-z-]+[a-z]\b|\b\d+ outlets?\b/gu;

/** What an answer says that a source must be found again by, in order: facts, outlets, where in them. */
function told(text: string): readonly string[] {
  return text.match(TOLD) ?? [];
}

it("gives the same facts and citations in the same order on Discord and on Slack", async () => {
  const [{ slack }, { discord }] = [await talksInSlack(), await talksInDiscord()];
  const ann = slack.user("ann");
  const ben = discord.user("ben");
  for (const question of QUESTIONS) {
    const [name = "", rest = ""] = question.split(/ ([^]*)/u);
    const [option = "", value = ""] = rest.split(":");
    const values = option === "" ? {} : { [option]: value };
    const line = option === "" ? name : `${name} ${option}:"${value}"`;
    const inSlack = shown(await ann.slash("/talks", line).reply());
    const inDiscord = (await ben.slash(`talks ${name}`, values).reply()).text;
    const [one, other] = [told(inSlack), told(inDiscord)];
    // A page holds more on one than on the other: they are compared as far as both first pages go.
    const both = Math.min(one.length, other.length);
    expect([question, both]).not.toEqual([question, 0]);
    expect([question, one.slice(0, both)]).toEqual([question, other.slice(0, both)]);
  }
});

it("keeps further wordings and ids from a reader until they press Details, which tells the same with all of it", async () => {
  const [{ slack }, { discord }] = [await talksInSlack(), await talksInDiscord()];
  const [ann, ben] = [slack.user("ann"), discord.user("ben")];
  const inSlack = await ann.slash("/talks", "who-led side:us").reply();
  const inDiscord = await ben.slash("talks who-led", { side: "us" }).reply();
  const first = "Sonata Coulter led the U.S. side (Second round, Istanbul, April 2025).";
  for (const words of [shown(inSlack), inDiscord.text]) {
    expect(words.replace(/^### /u, "").startsWith(first)).toBe(true);
    expect(words).toContain("in ln24SA, ¶3");
    expect(words).not.toMatch(/apr-led-us|as reported/u);
  }
  for (const words of [
    shown(await ann.click(inSlack, "Details").reply()),
    (await ben.click(inDiscord, "Details").reply()).text,
  ]) {
    expect(words).toContain(first);
    expect(words).toMatch(/Post as reported:/u);
    expect(words).not.toContain("apr-led-us");
  }
});

it("answers in Discord at once what was added in a Slack that is linked with it, and the audit says from where", async () => {
  const store = memoryStore();
  const [{ slack }, { discord }] = [await talksInSlack("http", { store }), await talksInDiscord({ store })];
  const ada = slack.user("ada", { role: "admin" });
  const guild = discord.user("dan", { permissions: ["ManageGuild"] });
  const [, code = ""] = /facts link (\w+)/u.exec(shown(await ada.slash("/talks", "facts link").reply())) ?? [];
  expect((await guild.slash("facts link", { code }).reply()).text).toContain("inked");
  const line = 'facts add slot:duration stated:"4 hours" source:"new: The Gazette" paragraph:3';
  expect(shown(await ada.slash("/talks", line).reply())).toContain("4 hours");
  expect((await guild.slash("talks how-long").reply()).text).toContain("The Gazette");
  expect((await guild.slash("facts audit").reply()).text).toMatch(/ada\W+ added the length .*\(slack\)/u);
});
