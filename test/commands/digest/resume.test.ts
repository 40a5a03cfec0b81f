import { expect, it } from "vitest";
import { newServer, subscribed } from "./server.ts";

it("goes on at the next instant, with all that changed meanwhile", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  await server.say(`digest pause ${id}`);
  await server.say("facts retract apr-led-us reason:withdrawn");
  host.at("2026-11-27T12:00:00Z");
  const heard = await server.say(`digest resume ${id}`);
  expect(heard.text).toContain("Monday, 30 November 2026, 09:00 (2026-11-30 06:00 UTC)");
  const kept = await host.digests.find({ platform: "slack", id: "T1" }, id);
  expect(kept?.next?.toString()).toBe("2026-11-30T06:00:00Z");
  expect((await server.press(heard, /^Preview$/u)).text).toMatch(/^Retracted: /u);
});

it("says so where it runs, and stays paused where it may not post", async () => {
  const { server, host } = await newServer();
  await subscribed(server);
  expect((await server.say("digest resume")).refusal?.message).toContain("is not paused");
  await server.say("digest pause");
  host.closed.set("C0123456789", "Type /invite @Talks in that channel.");
  const { refusal } = await server.say("digest resume");
  expect(refusal?.message).toContain("stays paused");
  expect(refusal?.hint).toContain("/invite @Talks");
});
