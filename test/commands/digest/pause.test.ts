import { expect, it } from "vitest";
import { newServer, subscribed } from "./server.ts";

it("pauses a digest until its button resumes it", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  const heard = await server.say(`digest pause ${id} why:"until the next round"`);
  expect(heard.text).toContain("posts nothing until it is resumed");
  expect(await host.digests.find({ platform: "slack", id: "T1" }, id)).not.toHaveProperty("next");
  expect((await server.say("digest list")).text).toContain("Paused: until the next round.");
  expect((await server.press(heard, /^Resume$/u)).text).toContain("Resumed");
});

it("says so where it is already paused", async () => {
  const { server } = await newServer();
  await subscribed(server);
  await server.say("digest pause");
  expect((await server.say("digest pause")).refusal?.message).toContain("is already paused: by a moderator.");
});
