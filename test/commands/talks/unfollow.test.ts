import { expect, it } from "vitest";
import { cid } from "#test/servers.ts";
import { newServer } from "#test/commands/digest/server.ts";

it("stops one thing, or everything", async () => {
  const { server } = await newServer();
  await server.say("follow agenda", cid);
  await server.say("follow how long", cid);
  expect((await server.say("unfollow agenda", cid)).text).toContain("You get no further messages about On the agenda.");
  expect((await server.say("unfollow everything", cid)).text).toContain("about anything");
});

it("says so where nothing of the kind is followed", async () => {
  const { server } = await newServer();
  expect((await server.say("unfollow agenda", cid)).refusal?.message).toBe("You do not follow On the agenda.");
  expect((await server.say("unfollow everything", cid)).refusal?.message).toBe("You follow nothing.");
});
