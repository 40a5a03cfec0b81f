import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

it("makes a party that a fact names, and goes on with the fact", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const refused = await ada.slash("facts add", { slot: "led", side: "Switzerland", talks: "second" }).reply();
  expect(refused.buttons.map((b) => b.label)).toContain("New party");
  const made = await ada.click(refused, "New party").reply();
  expect(made.text).toContain("sentences say the Swiss side");
  const form = await ada.click(made, "Go on: facts add").modal();
  const more = await ada.submitModal(form, { person: "new: Vera Noor", source: "TASS", paragraph: "6" }).reply();
  expect((await ada.click(more, "Send").reply()).text).toContain("Vera Noor led the Swiss side.");
});

it("lists one command for every kind of name, whose form asks the kind first", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const kind = await ada.slash("desk add", { what: "place" }).modal();
  const made = await ada.submitModal(kind, { called: "Geneva", kind: "city" }).reply();
  expect(made.text).toContain("**Geneva**: a place, city.");
});
