import { expect, it } from "vitest";
import { ann, ben, cid } from "#test/servers.ts";
import { newServer, subscribed } from "./server.ts";

const PLACE = { platform: "slack", id: "T1" };

it("shows who owns each, where and when it posts, and that nothing was posted yet", async () => {
  const { server } = await newServer();
  expect((await server.say("digest list")).text).toContain("Make one with /digest subscribe");
  const id = await subscribed(server, "topics:duration");
  const { text } = await server.say("digest list");
  expect(text).toContain("1 digest here");
  expect(text).toContain("• channel C0123456789, on weekdays at 09:00 (Europe/Istanbul)");
  expect(text).toContain(`Nothing was posted yet. ${id}`);
  expect(text).toContain("what changed on any of: How long");
  expect(text).toContain("Owner: you. Next: Tuesday, 24 November 2026, 09:00. Nothing was posted yet.");
  expect((await server.say("digest list", ben)).text).toContain("Owner: user id-Ann.");
  expect((await server.say("digest list", cid)).refusal?.kind).toBe("right");
});

it("names an owner whom the desk's history names", async () => {
  const { server } = await newServer();
  await subscribed(server);
  await server.say('facts correct apr-duration-tass stated:"5 hours" why:"misread"', ann);
  expect((await server.say("digest list", ben)).text).toContain("Owner: Ann.");
});

it("shows how the last one went and why, and what is paused", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  const at = Temporal.Instant.from("2026-11-23T06:00:00Z");
  const failed = { last: { at, result: "failed", why: "the channel is archived" } };
  await host.digests.change(PLACE, id, {
    paused: { by: "failing", why: "the channel is archived" },
    next: null,
    ...failed,
  });
  const { text } = await server.say("digest list");
  expect(text).toContain("Paused: the channel is archived.");
  expect(text).toContain("Last: 23 November 2026, 06:00 UTC, failed: the channel is archived.");
});
