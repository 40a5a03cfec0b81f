import { expect, it } from "vitest";
import { newRoom, subscribed } from "./room.ts";

it("goes on at the next instant, with all that changed meanwhile", async () => {
  const { room, house } = await newRoom();
  const id = await subscribed(room);
  await room.say(`digest pause ${id}`);
  await room.say("facts retract apr-led-us reason:withdrawn");
  house.at("2026-11-27T12:00:00Z");
  const heard = await room.say(`digest resume ${id}`);
  expect(heard.text).toContain("Monday, 30 November 2026, 09:00 (2026-11-30 06:00 UTC)");
  const kept = await house.digests.find({ platform: "slack", id: "T1" }, id);
  expect(kept?.next?.toString()).toBe("2026-11-30T06:00:00Z");
  expect((await room.press(heard, /^Preview$/u)).text).toMatch(/^Retracted: /u);
});

it("says so where it runs, and stays paused where it may not post", async () => {
  const { room, house } = await newRoom();
  await subscribed(room);
  expect((await room.say("digest resume")).refusal?.message).toContain("is not paused");
  await room.say("digest pause");
  house.closed.set("C0123456789", "Type /invite @Talks in that channel.");
  const { refusal } = await room.say("digest resume");
  expect(refusal?.message).toContain("stays paused");
  expect(refusal?.hint).toContain("/invite @Talks");
});
