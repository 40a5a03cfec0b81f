import { expect, it } from "vitest";
import { Digests } from "#core/digest/digests.ts";
import { answer } from "#core/answer/answer.ts";
import { call } from "#core/request/call.ts";
import { ann } from "#test/servers.ts";
import { newServer, subscribed } from "./server.ts";

it("has a digest posted at once", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  expect((await server.say(`digest post-now ${id}`)).text).toMatch(
    /will be posted to channel C0123456789.* at once\./u,
  );
  expect(host.digests.posted).toEqual([id]);
});

it("posts nothing that is silent, paused, or not let into its channel", async () => {
  const { server, host } = await newServer();
  await subscribed(server, "quiet:yes");
  expect((await server.say("digest post-now")).refusal?.message).toContain("nothing to say");
  await server.say("facts retract apr-led-us reason:withdrawn");
  host.closed.set("C0123456789", "Type /invite @Talks in that channel.");
  expect((await server.say("digest post-now")).refusal?.hint).toContain("/invite @Talks");
  host.closed.clear();
  await server.say("digest pause");
  expect((await server.say("digest post-now")).refusal?.message).toContain("That digest is paused");
  expect(host.digests.posted).toEqual([]);
});

it("says so where there is no platform to post to", async () => {
  const { server, host } = await newServer();
  await subscribed(server);
  const session = { ...server.session, digests: new Digests(host.digests, { platform: "slack", id: "T1" }) };
  const answered = await answer(call(["digest", "post-now"]), ann, session);
  expect(answered.kind === "refusal" ? answered.refusal.message : "").toContain("cannot post from here");
});
