import { expect, it } from "vitest";
import { ann, ben, servers, formOf, root } from "#test/servers.ts";

it("retracts with a reason, out of every answer but its own, and restores", async () => {
  const server = await (await servers()).server();
  const form = formOf(await server.say("facts retract apr-venue"));
  expect(form.fields.map((f) => f.name)).toEqual(["reason"]);
  expect((await server.fill(form, { reason: "misread" })).text).toMatch(/^Retracted/u);
  expect((await server.say("where")).text).not.toContain("apr-venue ");
  expect((await server.say("fact apr-venue")).text).toContain("(retracted)");
  expect((await server.say("facts retract apr-venue reason:again")).text).toContain("is already retracted");
  const again = await server.say(
    'facts add venue place:"Russian Consulate General" city:Istanbul source:Meduza paragraph:1',
  );
  expect(again.text).toContain("The desk held that, and it was retracted");
  expect((await server.press(again, /Restore/u)).text).toMatch(/^Restored/u);
  expect((await server.say("where")).text).toContain("Consulate");
  expect((await server.say("facts restore apr-venue")).text).toContain("is not retracted");
});

it("marks two facts as disputed, and settles a disagreement for one of them", async () => {
  const server = await (await servers()).server();
  await server.say('facts add duration stated:"4 hours" source:Meduza paragraph:1 talks:second');
  expect((await server.say("facts dispute apr-day-stated with:apr-day-tass reason:doubted")).text).toContain(
    "Marked as disputed",
  );
  expect((await server.say("disputes")).text).toContain("10 April 2025 (TASS); Thursday (ln24SA)");
  expect((await server.say("facts resolve apr-day-tass reason:checked")).text).toContain(
    "still shown as reported: apr-day-stated",
  );
  expect((await server.say("when")).text).toContain("apr-day-stated");
  expect((await server.say("facts resolve apr-duration-tass reason:officials")).text).toMatch(/^Settled/u);
  expect((await server.say("disputes")).text).not.toContain("hours");
  expect((await server.say("how-long")).text).toContain("The talks lasted 4 hours.");
  expect((await server.say("facts resolve apr-duration-tass reason:again")).text).toContain(
    "is not part of an open disagreement",
  );
  expect((await server.say("facts dispute apr-venue with:apr-venue reason:x")).text).toContain("with itself");
});

it("says of a word that only a retracted fact had that nothing held has it", async () => {
  const server = await (await servers()).server();
  expect((await server.say("ask what was agreed on a roadmap")).text).toContain("roadmap for the return");
  await server.say("facts retract apr-outcome-roadmap reason:misread");
  expect((await server.say("ask what was agreed on a roadmap")).text).toContain(
    "The desk holds nothing about “roadmap”.",
  );
});

it("locks a fact for all but admins", async () => {
  const server = await (await servers()).server();
  expect((await server.say("facts lock apr-led-us", ann)).refusal).toMatchObject({ kind: "right" });
  expect((await server.say("facts lock apr-led-us", root)).text).toMatch(/^Locked/u);
  expect((await server.say("facts retract apr-led-us reason:x", ann)).text).toContain("apr-led-us is locked");
  expect((await server.say("facts unlock apr-led-us", root)).text).toMatch(/^Unlocked/u);
  expect((await server.say("facts retract apr-led-us reason:x", ben)).text).toMatch(/^Retracted/u);
});

it("adds one more citation to a fact, and puts no words into the source's mouth", async () => {
  const server = await (await servers()).server();
  const { text } = await server.say("facts source apr-city source:Meduza paragraph:1");
  expect(text).toMatch(/^Source added/u);
  expect(text).toContain("Source: ln24SA, ¶1; also: Meduza, 28 February 2025, note 1");
  expect((await server.say("facts source apr-city source:Meduza paragraph:1")).text).toContain(
    "already cites that place",
  );
});
