import { expect, it } from "vitest";
import { readable } from "#core/reply/readable.ts";
import { compose } from "#core/digest/compose.ts";
import { newServer, subscribed } from "./server.ts";

const PLACE = { platform: "slack", id: "T1" };

it("reads to the character as what is posted", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  await server.say('facts correct apr-duration-tass stated:"5 hours" why:"misread"');
  const shown = await server.say(`digest preview ${id}`);
  const digest = await host.digests.find(PLACE, id);
  if (digest === undefined) throw new Error("not kept");
  const posted = compose(await server.session.desk.whole(), digest.wants, digest.since);
  expect(shown.answer).toEqual({
    kind: "reply",
    reply: posted.kind === "say" ? readable(posted.reply, { ids: false, details: true }) : undefined,
  });
  expect(shown.text).toMatch(/^Corrected: How long: was 5½ hours, now 5 hours/u);
});

it("changes nothing: the next preview tells the same", async () => {
  const { server } = await newServer();
  await subscribed(server);
  await server.say("facts retract apr-led-us reason:withdrawn");
  expect((await server.say("digest preview")).text).toBe((await server.say("digest preview")).text);
});

it("says where nothing would be posted, and asks which of several", async () => {
  const { server } = await newServer();
  await subscribed(server, "quiet:yes");
  expect((await server.say("digest preview")).text).toContain("Nothing changed, so ");
  await subscribed(server);
  const { refusal } = await server.say("digest preview");
  expect(refusal?.message).toBe("Which of the 2 digests?");
  expect(refusal?.buttons.length).toBe(2);
  expect((await server.say("digest preview nosuch")).refusal?.message).toContain('no digest "nosuch" here');
});
