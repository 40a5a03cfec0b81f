import { expect, it } from "vitest";
import { ben } from "#test/servers.ts";
import { newServer, subscribed } from "./server.ts";

it("gives a digest another owner", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  const heard = await server.say(`digest transfer ${id} to:<@U77>`);
  expect(heard.text).toContain("now belongs to user U77");
  expect((await host.digests.find({ platform: "slack", id: "T1" }, id))?.owner).toBe("U77");
  expect((await server.say(`digest transfer ${id} to:user:U77`, ben)).refusal?.message).toContain(
    "That digest is theirs already.",
  );
});

it("asks to whom, and takes one person only", async () => {
  const { server } = await newServer();
  await subscribed(server);
  expect((await server.say("digest transfer")).form?.fields.map((f) => f.name)).toEqual(["to"]);
  expect((await server.say("digest transfer to:role:77")).refusal?.message).toContain("has one owner, a person");
});
