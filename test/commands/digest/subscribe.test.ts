import { expect, it } from "vitest";
import { answer } from "#core/answer/answer.ts";
import { call } from "#core/request/call.ts";
import { completeValue } from "#core/answer/complete.ts";
import { Digests } from "#core/digest/digests.ts";
import { ann, cid, formOf } from "#test/servers.ts";
import { newServer, subscribed } from "./server.ts";

it("understands how people say when, and confirms it in full with the next three instants", async () => {
  const { server } = await newServer();
  const heard = await server.say("digest subscribe C0123456789 every:weekdays at:9am timezone:istanbul");
  expect(heard.text).toContain("posts to channel C0123456789");
  expect(heard.text).toContain("on weekdays at 09:00 (Europe/Istanbul), what changed on everything.");
  expect(heard.text).toContain("If nothing did, it says so in one line. It pings nobody.");
  expect(heard.text).toContain("Tuesday, 24 November 2026, 09:00 (2026-11-24 06:00 UTC)");
  expect(heard.text).toContain("Wednesday, 25 November 2026, 09:00 (2026-11-25 06:00 UTC)");
  expect(heard.text).toContain("Thursday, 26 November 2026, 09:00 (2026-11-26 06:00 UTC)");
  expect((await server.press(heard, /^Preview$/u)).text).toContain("Nothing changed since the last digest");
});

it("takes topics, a role, a thread, silence and suggestions", async () => {
  const { server } = await newServer();
  const { text } = await server.say(
    'digest subscribe <#C0123456789> every:"weekly on monday and thursday" timezone:Europe/Kiev topics:"how long, second round, darchiyev" mention-role:<!subteam^S77|@editors> thread:https://a.slack.com/archives/C0123456789/p1700000000123456 quiet:yes suggestions:yes',
  );
  expect(text).toContain(", in a thread,");
  expect(text).toContain("weekly on Monday and Thursday at 09:00 (Europe/Kyiv)");
  expect(text).toContain("what changed on any of: How long; Second round, Istanbul, April 2025; Alexander Darchiev.");
  expect(text).toContain("it posts nothing. It lists the suggestions that wait. It pings editors and nobody else.");
});

it.each([
  ["G11", "p1684440714803369?thread_ts=1684440607.895759&cid=C0123456789"],
  ["its sibling with the channel first", "p1684440714803369?cid=C0123456789&thread_ts=1684440607.895759"],
  ["its sibling from the first message", "p1684440607895759"],
])("posts in the thread that a link is of, also from a reply's: %s", async (_, link) => {
  const { server } = await newServer();
  const { text } = await server.say(
    `digest subscribe <#C0123456789|talks> every:daily timezone:istanbul thread:https://talks-co.slack.com/archives/C0123456789/${link}`,
  );
  expect(text).toContain(", in a thread,");
});

it("says how to invite it where it may not post, and keeps nothing then", async () => {
  const { server, host } = await newServer();
  host.closed.set("C0123456789", "Type /invite @Talks in that channel.");
  const { refusal } = await server.say("digest subscribe C0123456789 every:daily timezone:utc");
  expect(refusal?.message).toContain("may not post there");
  expect(refusal?.hint).toBe("Type /invite @Talks in that channel.");
  expect((await server.say("digest list")).text).toContain("There is no digest here yet");
});

it("asks in a form for what is missing, and says what is wrong there", async () => {
  const { server } = await newServer();
  const form = formOf(await server.say("digest subscribe C0123456789"));
  expect(form.fields.map((f) => f.name)).toEqual(["channel", "every", "at", "timezone", "topics"]);
  const wrong = formOf(
    await server.fill(form, { channel: "C0123456789", every: "daily", at: "", timezone: "EST", topics: "" }),
  );
  expect(wrong.problem?.hint).toContain("America/New_York");
  const heard = await server.fill(wrong, {
    channel: "C0123456789",
    every: "daily",
    at: "",
    timezone: "new york",
    topics: "",
  });
  expect(heard.text).toContain("every day at 09:00 (America/New_York)");
});

it.each([
  ['every:"*/5 * * * *" timezone:utc', "at most every 15 minutes"],
  ['every:"0 0 30 2 *" timezone:utc', "never fires"],
  ["every:weekdays timezone:Europe/Nowhere", "is not a time zone"],
  ["every:weekdays timezone:+02:00", "knows when the clocks change"],
  ['every:"0 9 * * *" at:9am timezone:utc', "already says its times"],
  ["every:weekdays at:25:00 timezone:utc", "is not a time of day"],
  ["every:weekdays timezone:utc topics:martians", "no negotiation, round of talks, person or kind of fact called"],
  ["every:weekdays timezone:utc mention-role:user:U1", "pings a role or a user group, not one person"],
])("refuses %s", async (words, said) => {
  const { server } = await newServer();
  const heard = await server.say(`digest subscribe C0123456789 ${words}`);
  expect(`${heard.refusal?.message} ${heard.refusal?.hint} ${heard.text}`).toContain(said);
});

it("completes days and zones as one types", async () => {
  const { server } = await newServer();
  const { options } = server.session.commands.find(["digest", "subscribe"]) ?? {};
  const view = await server.session.desk.view();
  const typed = (name: string, words: string): readonly string[] => {
    const option = options?.[name];
    return option === undefined ? [] : completeValue(option, words, view).map((c) => c.value);
  };
  expect(typed("every", "week").slice(0, 2)).toEqual(["weekdays", "weekly on monday"]);
  expect(typed("timezone", "istan")[0]).toBe("Europe/Istanbul");
  expect(typed("timezone", "new_y")[0]).toBe("America/New_York");
  expect(typed("topics", "second")[0]).toBe("istanbul-april");
});

it("is for moderators, and keeps each place's digests apart", async () => {
  const { server, host } = await newServer();
  const words = "digest subscribe C0123456789 every:daily timezone:utc";
  expect((await server.say(words, cid)).refusal?.kind).toBe("right");
  const id = await subscribed(server);
  const other = await host.server({ platform: "slack", id: "T2" });
  expect((await other.say(`digest remove ${id}`)).refusal?.message).toContain("no digest here yet");
});

it("holds at most fifty", async () => {
  const { server } = await newServer();
  for (let i = 0; i < 50; i += 1) await subscribed(server);
  expect((await server.say("digest subscribe C0123456789 every:daily timezone:utc")).refusal?.kind).toBe("limit");
});

it("says that nothing is posted from where there is no platform", async () => {
  const { server, host } = await newServer();
  const digests = new Digests(host.digests, { platform: "terminal", id: "local" });
  const values = { channel: "C0123456789", every: "daily", timezone: "utc" };
  const answered = await answer(call(["digest", "subscribe"], values), ann, { ...server.session, digests });
  expect(answered.kind === "reply" ? JSON.stringify(answered.reply) : "").toContain("Talks cannot post to a terminal");
});
