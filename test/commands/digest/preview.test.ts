import { expect, it } from "vitest";
import { compose } from "#core/digest/compose.ts";
import { newRoom, subscribed } from "./room.ts";

const PLACE = { platform: "slack", id: "T1" };

it("reads to the character as what is posted", async () => {
  const { room, house } = await newRoom();
  const id = await subscribed(room);
  await room.say('facts correct apr-duration-tass stated:"5 hours" why:"misread"');
  const shown = await room.say(`digest preview ${id}`);
  const digest = await house.digests.find(PLACE, id);
  if (digest === undefined) throw new Error("not kept");
  const posted = compose(await room.site.desk.snapshot(), digest.wants, digest.since);
  expect(shown.answer).toEqual({ kind: "reply", reply: posted.kind === "say" ? posted.reply : undefined });
  expect(shown.text).toMatch(/^Corrected: How long: was 5½ hours, now 5 hours/u);
});

it("changes nothing: the next preview tells the same", async () => {
  const { room } = await newRoom();
  await subscribed(room);
  await room.say("facts retract apr-led-us reason:withdrawn");
  expect((await room.say("digest preview")).text).toBe((await room.say("digest preview")).text);
});

it("says where nothing would be posted, and asks which of several", async () => {
  const { room } = await newRoom();
  await subscribed(room, "quiet:yes");
  expect((await room.say("digest preview")).text).toContain("Nothing changed, so ");
  await subscribed(room);
  const { refusal } = await room.say("digest preview");
  expect(refusal?.message).toBe("Which of the 2 digests?");
  expect(refusal?.buttons.length).toBe(2);
  expect((await room.say("digest preview nosuch")).refusal?.message).toContain('no digest "nosuch" here');
});
