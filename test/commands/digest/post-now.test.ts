import { expect, it } from "vitest";
import { Digests } from "#core/digest/digests.ts";
import { answer } from "#core/answer/answer.ts";
import { call } from "#core/request/call.ts";
import { ann } from "#test/building.ts";
import { newRoom, subscribed } from "./room.ts";

it("has a digest posted at once", async () => {
  const { room, house } = await newRoom();
  const id = await subscribed(room);
  expect((await room.say(`digest post-now ${id}`)).text).toMatch(/is posted to channel C0123456789.* now\./u);
  expect(house.digests.posted).toEqual([id]);
});

it("posts nothing that is silent, paused, or not let into its channel", async () => {
  const { room, house } = await newRoom();
  const id = await subscribed(room, "quiet:yes");
  expect((await room.say("digest post-now")).refusal?.message).toContain("says nothing");
  await room.say("facts retract apr-led-us reason:withdrawn");
  house.closed.set("C0123456789", "Type /invite @Talks in that channel.");
  expect((await room.say("digest post-now")).refusal?.hint).toContain("/invite @Talks");
  house.closed.clear();
  await room.say("digest pause");
  expect((await room.say("digest post-now")).refusal?.message).toContain(`${id} is paused`);
  expect(house.digests.posted).toEqual([]);
});

it("says so where there is no platform to post to", async () => {
  const { room, house } = await newRoom();
  await subscribed(room);
  const site = { ...room.site, digests: new Digests(house.digests, { platform: "slack", id: "T1" }) };
  const answered = await answer(call(["digest", "post-now"]), ann, site);
  expect(answered.kind === "refusal" ? answered.refusal.message : "").toContain("no platform here to post to");
});
