import { expect, it } from "vitest";
import { answer } from "#core/answer/answer.ts";
import { call } from "#core/request/call.ts";
import { completeValue } from "#core/answer/complete.ts";
import { Digests } from "#core/digest/digests.ts";
import { ann, ben, cid, formOf } from "#test/servers.ts";
import { newServer, subscribed } from "./server.ts";

it("understands how people say when, and confirms it in full with the next three instants", async () => {
  const { server } = await newServer();
  const heard = await server.say("digest subscribe C0123456789 every:weekdays at:9am timezone:istanbul");
  expect(heard.text).toContain("posts to channel C0123456789");
  expect(heard.text).toContain("on weekdays at 09:00 (Europe/Istanbul), what changed on everything.");
  expect(heard.text).toContain("If nothing changed, it says so in one line. It pings nobody.");
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
  expect(form.fields.map((f) => f.name)).toEqual(["channel", "every", "timezone", "topics", "tells"]);
  const wrong = formOf(
    await server.fill(form, { channel: "C0123456789", every: "daily", timezone: "EST", topics: "" }),
  );
  expect(wrong.problem?.hint).toContain("America/New_York");
  const heard = await server.fill(wrong, {
    channel: "C0123456789",
    every: "daily",
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

it("asks what is meant where the channel has a digest already, and does each", async () => {
  const { server } = await newServer();
  await subscribed(server, "topics:duration");
  const line = "digest subscribe C0123456789 every:daily timezone:utc";
  const warned = await server.say(line);
  expect(warned.refusal?.message).toContain("has a digest already, on weekdays at 09:00 (Europe/Istanbul)");
  expect((await server.press(warned, /^Cancel$/u)).text).toContain("1 digest here");
  expect((await server.say(`${line} thread:1700000000.123456`)).text).toContain("Subscribed");
  const replaced = await server.press(await server.say(line), /^Replace it$/u);
  expect(replaced.text).toContain(`Replaced\nIt posts to channel C0123456789, every day at 09:00 (UTC)`);
  expect((await server.say("digest list")).text).toContain("2 digests here");
  expect((await server.press(await server.say(line), /^Add one more$/u)).text).toContain("Subscribed");
  expect((await server.say("digest list")).text).toContain("3 digests here");
  // What was typed in a form is not lost either.
  const form = formOf(await server.say("digest subscribe C0123456789"));
  const sent = await server.fill(form, {
    channel: "C0123456789",
    every: "monthly",
    timezone: "utc",
    topics: "",
    tells: "",
  });
  expect((await server.press(sent, /^Add one more$/u)).text).toContain("monthly on the 1st");
});

it("begins with one's own time zone, else with the one that was used last", async () => {
  const { server } = await newServer();
  const value = async (name: string, asker = ann) =>
    formOf(await server.say("digest subscribe", asker)).fields.find((f) => f.name === name)?.value;
  expect([await value("timezone"), await value("every")]).toEqual(["", "weekdays at 09:00"]);
  const abroad = { ...ann, zone: "Asia/Calcutta", channel: "C0987654321" };
  expect([await value("timezone", abroad), await value("channel", abroad)]).toEqual(["Asia/Kolkata", "C0987654321"]);
  expect(await value("timezone", { ...ann, zone: "Mars/Base" })).toBe("");
  await subscribed(server);
  expect(await value("timezone", ben)).toBe("Europe/Istanbul");
  expect(await value("timezone", abroad)).toBe("Asia/Kolkata");
});

it("takes the words that facts say as a topic, and offers them where none says them yet", async () => {
  const { server } = await newServer();
  const line = "digest subscribe C0123456789 every:daily timezone:utc existing:add";
  expect((await server.say(`${line} topics:"how long, banking services"`)).text).toContain(
    "on any of: How long; “banking services”.",
  );
  const unsaid = await server.say(`${line} topics:"how long, lunar bases"`);
  expect((await server.press(unsaid, /^The words “lunar bases”$/u)).text).toContain("How long; “lunar bases”.");
  expect((await server.say(`${line} topics:"words: second round; darchiyev"`)).text).toContain(
    "Alexander Darchiev; “second round”.",
  );
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
  const one = await server.say("digest subscribe C0123456789 every:daily timezone:utc existing:add");
  expect(one.refusal?.kind).toBe("limit");
});

it("says that nothing is posted from where there is no platform", async () => {
  const { server, host } = await newServer();
  const digests = new Digests(host.digests, { platform: "terminal", id: "local" });
  const values = { channel: "C0123456789", every: "daily", timezone: "utc" };
  const answered = await answer(call(["digest", "subscribe"], values), ann, { ...server.session, digests });
  expect(answered.kind === "reply" ? JSON.stringify(answered.reply) : "").toContain("Talks cannot post to a terminal");
});

it("is in the language of its channel, or in the one that was chosen, until it is changed", async () => {
  const { server, host } = await newServer();
  host.locales.set("C0123456789", "ru-RU");
  const wants = async (id: string) => (await host.digests.find({ platform: "slack", id: "T1" }, id))?.wants.language;
  const id = await subscribed(server);
  expect(await wants(id)).toBe("russian");
  expect((await server.say("digest preview")).text).toMatch(/^С прошлого дайджеста ничего не изменилось\./u);
  expect((await server.say(`digest edit ${id} every:daily timezone:utc language:turkish`)).text).toContain(
    "It is in Turkish.",
  );
  expect(await wants(id)).toBe("turkish");
  await server.say(`digest edit ${id} every:daily timezone:utc`);
  expect(await wants(id)).toBe("turkish");
  host.locales.set("C0123456789", "de-DE");
  expect(await wants(await subscribed(server))).toBe("english");
  expect(await wants(await subscribed(server, "language:russian"))).toBe("russian");
});
