import { expect, it } from "vitest";
import { newRoom, subscribed } from "./room.ts";

it("pauses a digest until its button resumes it", async () => {
  const { room, house } = await newRoom();
  const id = await subscribed(room);
  const heard = await room.say(`digest pause ${id} why:"until the next round"`);
  expect(heard.text).toContain("posts nothing until it is resumed");
  expect(await house.digests.find({ platform: "slack", id: "T1" }, id)).not.toHaveProperty("next");
  expect((await room.say("digest list")).text).toContain("Paused: until the next round.");
  expect((await room.press(heard, /^Resume$/u)).text).toContain("Resumed");
});

it("says so where it is paused already", async () => {
  const { room } = await newRoom();
  await subscribed(room);
  await room.say("digest pause");
  expect((await room.say("digest pause")).refusal?.message).toContain("is paused already: by a moderator.");
});
