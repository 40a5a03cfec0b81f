import { expect, it } from "vitest";
import { building, cid, formOf, who } from "#test/building.ts";

it("asks for a slot, then for all that the slot needs, and says what happens next", async () => {
  const room = await (await building()).room();
  const slot = formOf(await room.say("suggest", cid));
  const form = formOf(await room.fill(slot, { slot: "venue" }, cid));
  expect(form.fields.map((f) => f.name).slice(0, 2)).toEqual(["place", "city"]);
  const done = await room.fill(form, { place: "", city: "Istanbul", source: "TASS", paragraph: "5" }, cid);
  expect(done.text).toContain("A moderator will look at it");
  expect((await room.say("suggested", cid)).text).toContain("venue · waiting");
});

it("gives a form back that lacks something together, and refuses a reader", async () => {
  const room = await (await building()).room();
  const form = formOf(await room.say("suggest venue", cid));
  const again = formOf(await room.fill(form, { source: "TASS", paragraph: "5" }, cid));
  expect(again.problem?.message).toContain("give a place, a city, or both");
  expect((await room.say("suggest venue", who("Ada", "reader"))).refusal).toMatchObject({ kind: "right" });
});
