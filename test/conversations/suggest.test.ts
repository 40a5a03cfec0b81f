import { expect, it } from "vitest";
import { servers, cid, formOf, who } from "#test/servers.ts";

it("asks for a slot, then for all that the slot needs, and says what happens next", async () => {
  const server = await (await servers()).server();
  const slot = formOf(await server.say("suggest", cid));
  const form = formOf(await server.fill(slot, { slot: "venue" }, cid));
  expect(form.fields.map((f) => f.name).slice(0, 2)).toEqual(["place", "city"]);
  const done = await server.fill(form, { place: "", city: "Istanbul", source: "TASS", paragraph: "5" }, cid);
  expect(done.text).toContain("A moderator will look at it");
  expect((await server.say("suggested", cid)).text).toContain(" · Waiting");
});

it("gives a form back that lacks something together, and refuses a reader", async () => {
  const server = await (await servers()).server();
  const form = formOf(await server.say("suggest venue", cid));
  const again = formOf(await server.fill(form, { source: "TASS", paragraph: "5" }, cid));
  expect(again.problem?.message).toContain("give a place, a city, or both");
  expect((await server.say("suggest venue", who("Ada", "reader"))).refusal).toMatchObject({ kind: "right" });
});
