import { check } from "#core/request/check.ts";
import { expect, it } from "vitest";
import { ask, isPublic } from "#core/request/call.ts";
import { commands } from "#commands/index.ts";
import { shipped } from "#test/desk.ts";

const checked = (name: string, values: Record<string, string>) => {
  const command = commands.find(["talks", name]);
  if (command === undefined) throw new Error(`no command ${name}`);
  return check(ask(name, values), command, command.options, shipped);
};

it("gives each option its checked value: ids for names, booleans for flags", () => {
  const read = checked("who-led", { side: "american", talks: "first round", public: "yes" });
  expect(read).toMatchObject({ ok: true, value: { side: "us", talks: "istanbul-february", public: true } });
});

it("leaves an option away that is empty, and asks for a needed one", () => {
  expect(checked("who-led", { side: "  " })).toMatchObject({ ok: true, value: {} });
  expect(checked("who", { name: " " })).toMatchObject({
    ok: false,
    refusal: { message: '"name" is missing: The person, in any spelling.' },
  });
});

it("names the option that it refuses, and makes buttons of what it offers", () => {
  const read = checked("who-led", { side: "mars", talks: "first" });
  expect(read).toMatchObject({
    ok: false,
    refusal: {
      message: 'No party here is called "mars".',
      buttons: [{ label: "Russia", call: { values: { side: "russia", talks: "first" } } }, {}, {}],
    },
  });
});

it.each([
  ["true", true],
  ["YES", true],
  [" on ", true],
  ["1", true],
  ["false", false],
  ["", false],
  ["maybe", false],
])("takes public:%s as %s before any work starts", (typed, expected) => {
  expect(isPublic(ask("who-led", { public: typed }))).toBe(expected);
});

it("is private where nothing is said", () => {
  expect(isPublic(ask("who-led"))).toBe(false);
});
