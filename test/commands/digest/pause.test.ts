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

it("takes the digest by its channel, and asks which where the channel has several or none", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  const other = "digest subscribe C0000000002 every:daily at:10:00 timezone:utc";
  await server.say(other);
  expect((await server.say("digest pause <#C0123456789|news>")).text).toContain(`Then it tells what changed`);
  expect(await host.digests.find({ platform: "slack", id: "T1" }, id)).toHaveProperty("paused");

  const none = await server.say("digest resume C0999999999");
  expect(none.refusal?.message).toBe("No digest posts to that channel.");
  expect(none.refusal?.buttons.map(({ label }) => label)).toEqual(["Weekdays at 09:00", "Every day at 10:00"]);
  expect((await server.press(none, /^Weekdays/u)).text).toContain("Resumed");

  await server.say(`${other} existing:add`);
  const several = await server.say("digest preview C0000000002");
  expect(several.refusal?.message).toBe("Which of the 2 digests of that channel?");
  expect(several.refusal?.buttons[0]?.label).toMatch(/^Every day at 10:00 \(d\w+\)$/u);
});

it("ends each sentence once, whatever the reason ends with", async () => {
  const { server } = await newServer();
  await subscribed(server);
  await server.say('digest pause reason:"The editors are away."');
  for (const line of ["digest pause", "digest post-now", "digest edit every:daily", "digest list"]) {
    const { text } = await server.say(line);
    expect(text).toContain("The editors are away.");
    expect(text).not.toContain("..");
  }
});

it("says so where it is already paused", async () => {
  const { server } = await newServer();
  await subscribed(server);
  await server.say("digest pause");
  expect((await server.say("digest pause")).refusal?.message).toContain("is already paused: by a moderator.");
});
