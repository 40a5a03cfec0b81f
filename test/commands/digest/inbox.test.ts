import { expect, it } from "vitest";
import { ann, cid } from "#test/servers.ts";
import { newServer } from "./server.ts";

const PLACE = { platform: "slack", id: "T1" };

it("names the channel, shows it, and ends it", async () => {
  const { server, host } = await newServer();
  expect((await server.say("digest inbox")).text).toContain("No channel gets suggestions and questions");
  const named = await server.say("digest inbox <#C0123456789>");
  expect(named.text).toContain("New suggestions arrive in channel C0123456789 at once, questions without an answer");
  expect(await host.digests.inbox(PLACE)).toEqual({ channel: "C0123456789", owner: ann.id });
  host.locales.set("C0123456789", "tr-TR");
  await server.say("digest inbox <#C0123456789>");
  expect(await host.digests.inbox(PLACE)).toEqual({ channel: "C0123456789", owner: ann.id, tongue: "tr" });
  expect((await server.say("digest inbox")).text).toContain("Suggestions and questions arrive in channel C0123456789.");
  expect((await server.press(named, /^Stop$/u)).text).toContain("No inbox");
  expect(await host.digests.inbox(PLACE)).toBeUndefined();
});

it("says what waits already, and what keeps it from posting", async () => {
  const { server, host } = await newServer();
  await server.say('suggest outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6', cid);
  const named = await server.say("digest inbox C0123456789");
  expect(named.text).toContain("1 suggestion waits already");
  expect((await server.press(named, /^Queue$/u)).text).toContain("A hotline was agreed on.");
  await host.digests.setInbox(PLACE, {
    channel: "C0123456789",
    owner: ann.id,
    trouble: "The channel is archived.",
  } as never);
  expect((await server.say("digest inbox")).text).toContain(
    "Nothing is posted there: The channel is archived. Name it again.",
  );
});

it("is for moderators, and takes no channel that Talks may not post to", async () => {
  const { server, host } = await newServer();
  expect((await server.say("digest inbox C0123456789", cid)).refusal?.kind).toBe("right");
  host.closed.set("C0123456789", "Type /invite @Talks in that channel.");
  expect((await server.say("digest inbox C0123456789")).refusal?.hint).toBe("Type /invite @Talks in that channel.");
  expect(await host.digests.inbox(PLACE)).toBeUndefined();
});
