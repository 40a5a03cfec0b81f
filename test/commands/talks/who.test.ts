import { expect, it } from "vitest";
import { refused, told } from "#test/desk.ts";

it.each(["darchyev", "Darchiev", "Darchiyev", "aleksandr darchiev", "Aleksander Darchiyev", "darchief", "DARCHİEV"])(
  "finds Darchiev as %s",
  async (name) => {
    const text = await told(`who name:"${name}"`);
    expect(text.split("\n")[0]).toBe("Alexander Darchiev led the Russian side in both rounds.");
    expect(text).toContain("Russia's new ambassador to Washington");
  },
);

it("tells both rounds, the latest first, and how the sources spell the name", async () => {
  const text = await told("who darchiev");
  expect(text).toContain(
    "Also spelled Aleksandr Darchiev, Alexander Darchiyev and Aleksandr Darchiyev in the sources.",
  );
  expect(text.indexOf("Second round")).toBeLessThan(text.indexOf("First round"));
  expect(text).toContain("as told by Alexander Darchiev");
});

it("keeps to one round where one is named", async () => {
  expect(await told("who darchiev talks:first")).not.toContain("ambassador");
});

it("finds what a spokesperson said and what she ruled out", async () => {
  const text = await told("who bruce");
  expect(text).toContain("“The focus is not on Ukraine”");
  expect(text).toContain("Excluded");
});

it("finds people whom only a statement mentions", async () => {
  expect(await told("who rubio")).toContain("an agreement between Sergey Lavrov and Marco Rubio in Riyadh");
});

it("takes a question in words for one", async () => {
  expect(await told("who is coulter")).toContain("Sonata Coulter");
});

it("refuses somebody whom no source names, and offers those it knows", async () => {
  const refusal = await refused("who putin");
  expect(refusal.message).toBe('No person here is called "putin".');
  expect(refusal.hint).toContain("Alexander Darchiev");
});

it("asks for a name where none is given", async () => {
  expect(await refused("who")).toMatchObject({
    kind: "usage",
    message: '"name" is missing: The person, in any spelling.',
    hint: 'Type it, as in: /talks who "Alexander Darchiev"',
  });
});
