import { expect, it } from "vitest";
import { cid, who } from "#test/servers.ts";
import { newServer } from "#test/commands/digest/server.ts";
import { say } from "#test/desk.ts";

const rea = who("Rea", "reader");

it("follows talks, a person and a kind of fact, each stopped with one button", async () => {
  const { server } = await newServer();
  expect((await server.say("follow how long", cid)).text).toContain("Following");
  await server.say("follow darchiyev", cid);
  const heard = await server.say('follow "second round"', cid);
  expect(heard.text).toContain("How long");
  expect(heard.text).toContain("Alexander Darchiev");
  expect(heard.text).toContain("You get a direct message when something");
  expect((await server.press(heard, /^Stop How long$/u, cid)).text).toContain("no further messages about How long");
  const left = await server.say("follow", cid);
  expect(left.text).not.toContain("How long");
  expect((await server.press(left, /^Stop all$/u, cid)).text).toContain("about anything");
  expect((await server.say("follow", cid)).text).toContain("You follow nothing.\nFollow talks, a person");
});

it("follows a whole negotiation by any spelling", async () => {
  const { server } = await newServer();
  const heard = await server.say('follow "embassy talks"', cid);
  expect(heard.text).toContain("U.S.–Russia talks on their embassies, 2025");
});

it.each([
  ["intimidation", "intimidation"],
  ['"words: second round"', "second round"],
  ['"words: lunar bases"', "lunar bases"],
])("follows the words that facts say: %s", async (typed, shown) => {
  const { server } = await newServer();
  const heard = await server.say(`follow ${typed}`, cid);
  expect(heard.text).toContain(`Following: “${shown}”.`);
  const stopped = await server.press(heard, new RegExp(`^Stop “${shown}”$`, "u"), cid);
  expect(stopped.text).toContain(`no further messages about “${shown}”`);
  expect((await server.say("follow", cid)).text).toContain("You follow nothing.");
});

it("asks before it follows words that no fact says", async () => {
  const { server } = await newServer();
  const unsaid = await server.say("follow moonwalks", cid);
  expect(unsaid.refusal?.message).toContain("and no fact says it");
  expect((await server.press(unsaid, /^The words/u, cid)).text).toContain("Following: “moonwalks”.");
});

it("says where one follows why a message could not be sent, and tries again", async () => {
  const { server, host } = await newServer();
  await server.say("follow how long", cid);
  const place = { platform: "slack", id: "T1" };
  host.digests.refuse(place, cid.id, "Direct messages from this server are closed.");
  const told = await server.say("follow", cid);
  expect(told.text).toContain("What you follow: How long.");
  expect(told.text).toContain("Talks could not write to you. Direct messages from this server are closed.");
  expect(await host.digests.trouble(place, cid.id)).toBeUndefined();
  expect((await server.say("follow", cid)).text).not.toContain("could not write");
});

it("is each person's own", async () => {
  const { server } = await newServer();
  await server.say("follow agenda", cid);
  expect((await server.say("follow")).text).toContain("You follow nothing.\nFollow");
  expect((await server.say("follow agenda", cid)).refusal?.message).toBe("You already follow On the agenda.");
  expect((await server.say("follow agenda", rea)).refusal?.kind).toBe("right");
});

it("offers what is near where it knows no such thing", async () => {
  const { server } = await newServer();
  const { refusal } = await server.say("follow agendda", cid);
  expect(refusal?.message).toContain("no negotiation, round of talks, person or kind of fact called");
  expect(refusal?.buttons[0]?.label).toBe("On the agenda");
});

it("says so where there are no messages", async () => {
  expect((await say("follow agenda")).refusal?.kind).toBe("right");
});
