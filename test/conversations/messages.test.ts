import { expect, it } from "vitest";
import { formOf } from "#test/servers.ts";
import { newServer } from "#test/commands/digest/server.ts";

it("shows before a fact changes how many public messages will follow, also to who typed all", async () => {
  const { server, host } = await newServer();
  host.quoting.set("apr-duration-tass", 3);
  const form = formOf(await server.say('facts correct apr-duration-tass stated:"5 hours" reason:"misread"'));
  expect(form.note).toBe(
    "The talks lasted 5½ hours. Second round, Istanbul, April 2025. TASS, note 1 and Türkiye Today, note 1. " +
      "3 public messages quote this fact. Talks will correct them, or reply to those that it cannot edit.",
  );
  expect((await server.say("how-long")).text).toContain("5½ hours");
  const typed = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect(typed).toMatchObject({ stated: "5 hours", reason: "misread" });
  expect((await server.fill(form, typed)).text).toContain("Corrected");
});

it("tells it for a retraction too, and asks nothing more where no message quotes the fact", async () => {
  const { server, host } = await newServer();
  host.quoting.set("apr-led-us", 1);
  const form = formOf(await server.say("facts retract apr-led-us reason:withdrawn"));
  expect(form.note).toContain("1 public message quotes this fact");
  expect((await server.fill(form, { reason: "withdrawn" })).text).toContain("Retracted");
  expect((await server.say("facts retract apr-led-ru reason:withdrawn")).form).toBeUndefined();
});
