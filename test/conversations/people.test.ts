import { expect, it } from "vitest";
import { ann, ben, servers, cid, root } from "#test/servers.ts";

it("adds and removes spellings, so that any of them finds the person", async () => {
  const server = await (await servers()).server();
  expect((await server.say("who Sonya")).refusal).toBeDefined();
  expect((await server.say('facts alias add "Sonata Coulter" Sonya')).text).toContain("Sonya");
  expect((await server.say("who Sonya")).text).toMatch(/^Sonata Coulter/u);
  expect((await server.say('facts alias add "Tammy Bruce" Sonya')).text).toContain(
    '"Sonya" is already a name of Sonata Coulter',
  );
  expect((await server.say('facts alias remove "Sonata Coulter" Sonya')).text).not.toContain("Sonya");
  expect((await server.say("who Sonya")).refusal).toBeDefined();
  expect((await server.say('facts alias remove "Alexander Darchiev" Darchiyev')).text).toContain(
    "Spellings of Alexander Darchiev",
  );
  await server.say("facts undo");
  expect((await server.say("who Darchiyev")).text).toMatch(/^Alexander Darchiev/u);
});

it("keeps the list of who moderates, by role, user group and user", async () => {
  const server = await (await servers()).server();
  expect((await server.say("facts roles", ann)).refusal).toMatchObject({ kind: "right" });
  expect((await server.say("facts roles add <@&123>", root)).text).toContain("role 123 (role)");
  expect((await server.say("facts roles add <!subteam^S12|@editors>", root)).text).toContain("editors (user group)");
  expect((await server.say("facts roles add user:U77", root)).text).toContain("user U77");
  expect((await server.say("facts roles add user:U77", root)).text).toContain("already moderates here");
  expect((await server.say("facts roles remove user:U77", root)).text).not.toContain("U77");
  expect((await server.say("facts roles add somebody", root)).text).toContain("is not a role, user group or user");
});

it("erases a person's name from the whole trail, and keeps the trail", async () => {
  const server = await (await servers()).server();
  await server.say("facts retract apr-venue reason:x", ann);
  await server.say("facts retract apr-city reason:y", ben);
  const asked = await server.say("facts erase-user Ann", root);
  expect(asked.text).toContain("Their id and name in 1 revision become a token");
  const done = await server.press(asked, /Erase for good/u, root);
  expect(done.text).toContain("1 revision now names erased-");
  const { text } = await server.say("facts audit", root);
  expect(text).not.toContain("Ann");
  expect(text).toContain("retracted the place of Second round, Istanbul, April 2025 apr-venue");
  expect(text).toContain("Ben");
  expect((await server.say("facts erase-user Nobody", root)).text).toContain("changed anything here");
});

it("shows the audit by person, by day, page by page", async () => {
  const host = await servers();
  const server = await host.server();
  for (let i = 0; i < 17; i += 1)
    await server.say(`facts add note remark:"remark ${i}" source:TASS paragraph:1`, i % 2 ? ann : ben);
  const first = await server.say("facts audit");
  expect(first.text).toContain("Audit: 17 changes");
  expect((await server.press(first, /Earlier/u)).text).toContain("Remark 0");
  expect((await server.say("facts audit by:ann")).text).toContain("Audit: 8 changes");
  expect((await server.say("facts audit since:2026-11-24")).text).toContain("Nothing was changed");
});

it("lists what was asked in vain, one step from adding it", async () => {
  const server = await (await servers()).server();
  for (const line of ["ask who attended from turkey", "ask who attended from turkey", "ask what about the weather"])
    await server.say(line, cid);
  const misses = await server.say("facts misses");
  expect(misses.text).toMatch(/2× who attended from turkey/u);
  expect((await server.press(misses, /^Add: who attended/u)).form?.title).toBe("Add a fact");
  expect((await server.press(misses, /^Take off: who attended/u)).text).not.toContain("turkey");
});

it("links two desks: the code works once, for ten minutes, not on its own desk; facts come along; both are one desk", async () => {
  const host = await servers();
  const [slack, discord] = [await host.server(), await host.server({ platform: "discord", id: "G1" })];
  await slack.say('facts add note remark:"from slack" source:TASS paragraph:1');
  await discord.say('facts add note remark:"from discord" source:TASS paragraph:2', ben);
  await discord.say("facts retract apr-venue reason:x", ben);
  const offer = async (): Promise<string> =>
    /facts link (\S+)/u.exec((await slack.say("facts link", root)).text)?.[1] ?? "";
  const old = await offer();
  host.at("2026-11-23T12:10:01Z");
  expect((await discord.say(`facts link ${old}`, root)).text).toContain(
    "That code is wrong, was already used, is over 10 minutes old",
  );
  const own = await offer();
  expect((await slack.say(`facts link ${own}`, root)).text).toContain("or is this desk's own");
  const code = await offer();
  expect((await discord.say(`facts link ${code}`, ann)).refusal).toMatchObject({ kind: "right" });
  expect((await discord.say(`facts link ${code}`, root)).text).toMatch(/^Linked\n2 facts/u);
  const third = await host.server({ platform: "slack", id: "T3" });
  expect((await third.say(`facts link ${code}`, root)).text).toContain("That code is wrong");
  for (const server of [slack, discord]) {
    const notes = (await server.say("sources tass")).text;
    expect(notes).toContain("From slack");
    expect(notes).toContain("From discord");
    expect((await server.say("fact apr-venue")).text).toContain("(retracted)");
  }
  await slack.say('facts add note remark:"seen at once" source:TASS paragraph:3');
  expect((await discord.say("sources tass")).text).toContain("Seen at once");
  expect((await discord.say("facts audit")).text).toContain("(slack)");
});
