import { expect, it } from "vitest";
import { ben } from "#test/building.ts";
import { newRoom, subscribed } from "./room.ts";

it("gives a digest another owner", async () => {
  const { room, house } = await newRoom();
  const id = await subscribed(room);
  const heard = await room.say(`digest transfer ${id} to:<@U77>`);
  expect(heard.text).toContain("is owned by user U77 now");
  expect((await house.digests.find({ platform: "slack", id: "T1" }, id))?.owner).toBe("U77");
  expect((await room.say(`digest transfer ${id} to:user:U77`, ben)).refusal?.message).toContain(
    "owned by user U77 already",
  );
});

it("asks to whom, and takes one person only", async () => {
  const { room } = await newRoom();
  await subscribed(room);
  expect((await room.say("digest transfer")).form?.fields.map((f) => f.name)).toEqual(["to"]);
  expect((await room.say("digest transfer to:role:77")).refusal?.message).toContain("owned by one person");
});
