import { expect, it } from "vitest";
import { cid } from "#test/building.ts";
import { newRoom } from "#test/commands/digest/room.ts";

it("stops one thing, or everything", async () => {
  const { room } = await newRoom();
  await room.say("follow agenda", cid);
  await room.say("follow how long", cid);
  expect((await room.say("unfollow agenda", cid)).text).toContain(
    "Stopped: you get no more messages about On the agenda.",
  );
  expect((await room.say("unfollow everything", cid)).text).toContain("about anything");
});

it("says so where nothing of the kind is followed", async () => {
  const { room } = await newRoom();
  expect((await room.say("unfollow agenda", cid)).refusal?.message).toBe("You do not follow On the agenda.");
  expect((await room.say("unfollow everything", cid)).refusal?.message).toBe("You do not follow anything.");
});
