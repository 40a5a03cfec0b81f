import { expect, it } from "vitest";
import { cid, who } from "#test/building.ts";
import { newRoom } from "#test/commands/digest/room.ts";
import { say } from "#test/desk.ts";

const rea = who("Rea", "reader");

it("follows talks, a person and a kind of fact, each stopped with one button", async () => {
  const { room } = await newRoom();
  expect((await room.say("follow how long", cid)).text).toContain("Following");
  await room.say("follow darchiyev", cid);
  const heard = await room.say('follow "second round"', cid);
  expect(heard.text).toContain("How long");
  expect(heard.text).toContain("Alexander Darchiev");
  expect(heard.text).toContain("a direct message, at most one an hour");
  expect((await room.press(heard, /^Stop How long$/u, cid)).text).toContain("no more messages about How long");
  const left = await room.say("follow", cid);
  expect(left.text).not.toContain("How long");
  expect((await room.press(left, /^Stop all$/u, cid)).text).toContain("about anything");
  expect((await room.say("follow", cid)).text).toContain("Nothing. Follow talks, a person");
});

it("is each person's own", async () => {
  const { room } = await newRoom();
  await room.say("follow agenda", cid);
  expect((await room.say("follow")).text).toContain("Nothing. Follow");
  expect((await room.say("follow agenda", cid)).refusal?.message).toBe("You follow On the agenda already.");
  expect((await room.say("follow agenda", rea)).refusal?.kind).toBe("right");
});

it("offers what is near where it knows no such thing", async () => {
  const { room } = await newRoom();
  const { refusal } = await room.say("follow agendda", cid);
  expect(refusal?.message).toContain("is no talks, person or kind of fact");
  expect(refusal?.buttons[0]?.label).toBe("On the agenda");
});

it("says so where there are no messages", async () => {
  expect((await say("follow agenda")).refusal?.kind).toBe("right");
});
