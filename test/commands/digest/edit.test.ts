import { expect, it } from "vitest";
import { formOf } from "#test/servers.ts";
import { newServer, subscribed } from "./server.ts";

const PLACE = { platform: "slack", id: "T1" };

it("shows a digest in one form, with names, and changes what is changed", async () => {
  const { server, host } = await newServer();
  const topics = 'topics:"how long; Second round, Istanbul, April 2025; words: flights" quiet:yes';
  const id = await subscribed(server, topics);
  const form = formOf(await server.press(await server.say("digest list"), /^Edit$/u));
  expect(form.fields.map((f) => [f.name, f.value])).toEqual([
    ["channel", "C0123456789"],
    ["every", "weekdays at 09:00"],
    ["timezone", "Europe/Istanbul"],
    ["topics", "How long; Second round, Istanbul, April 2025; words: flights"],
    ["tells", "changes"],
  ]);
  const entered = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  const same = await server.fill(form, entered);
  expect(same.text).toContain("Changed");
  const before = await host.digests.find(PLACE, id);
  expect(before?.wants.topics).toMatchObject({ slots: ["duration"], talks: ["istanbul-april"], words: ["flights"] });
  const again = formOf(await server.say(`digest edit ${id}`));
  const changed = await server.fill(again, {
    ...entered,
    every: "first monday at 8:30",
    timezone: "vienna",
    tells: "state",
  });
  expect(changed.text).toContain(
    "monthly on the first Monday at 08:30 (Europe/Vienna), where the talks stand, and what changed",
  );
  expect(changed.text).toContain("it posts nothing");
  expect(changed.text).toContain("Monday, 7 December 2026, 08:30");
  const after = await host.digests.find(PLACE, id);
  expect([after?.since, after?.wants.quiet, after?.wants.form]).toEqual([before?.since, true, "state"]);
});

it("keeps what was typed where something is wrong, and changes nothing", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  host.closed.set("C0987654321", "Type /invite @Talks in that channel.");
  const before = await host.digests.find(PLACE, id);
  const form = formOf(await server.say("digest edit"));
  const entered = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  const wrong = formOf(await server.fill(form, { ...entered, timezone: "cet", every: "every evening" }));
  expect(wrong.problem?.message).toContain("does not say when they change");
  expect(wrong.problem?.hint).toContain("Did you mean Europe/Berlin");
  expect(wrong.fields.find((f) => f.name === "every")?.value).toBe("every evening");
  const closed = formOf(await server.fill(form, { ...entered, channel: "C0987654321" }));
  expect(closed.problem?.message).toContain("may not post there");
  expect(await host.digests.find(PLACE, id)).toEqual(before);
});

it("leaves a paused digest paused, and asks which where there are several", async () => {
  const { server, host } = await newServer();
  const id = await subscribed(server);
  await server.say(`digest pause ${id} reason:holidays`);
  const form = formOf(await server.say("digest edit"));
  const entered = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect((await server.fill(form, { ...entered, every: "daily" })).text).toContain("It is still paused: holidays.");
  expect((await host.digests.find(PLACE, id))?.next).toBeUndefined();
  await subscribed(server);
  const which = await server.say("digest edit");
  expect(which.refusal?.message).toBe("Which of the 2 digests?");
  expect(formOf(await server.press(which, /^Every day at 09:00$/u)).title).toBe("Edit a digest");
  expect((await server.say("digest edit nothere")).refusal?.message).toContain('no digest "nothere" here');
});
