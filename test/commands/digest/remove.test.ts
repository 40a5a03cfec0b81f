import { expect, it } from "vitest";
import { newRoom, subscribed } from "./room.ts";

it("ends a digest", async () => {
  const { room } = await newRoom();
  const id = await subscribed(room);
  expect((await room.say(`digest remove ${id}`)).text).toContain("on weekdays at 09:00 (Europe/Istanbul), is no more");
  expect((await room.say("digest list")).text).toContain("There is no digest here yet");
  expect((await room.say(`digest remove ${id}`)).refusal?.message).toContain("no digest here yet");
});
