import { expect, it } from "vitest";
import { fixture } from "#test/import-files.ts";
import { talksInDiscord } from "./talks.ts";

it("takes a file that is picked in a form, and says what is wrong with one", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const form = await ada.slash("facts import").modal();
  const file = { name: "facts.yaml", content: fixture("other-tool.yaml") };
  expect((await ada.submitModal(form, { file }).reply()).text).toContain("2 new facts");
  const none = await ada.submitModal(await ada.slash("facts import").modal(), {}).reply();
  expect(none.text).toContain("No file was given.");
  const long = { name: "facts.yaml", content: "x".repeat(4_000_001) };
  const back = await ada.submitModal(await ada.slash("facts import").modal(), { file: long }).reply();
  expect(back.text).toContain("facts.yaml has 4000001 bytes.");
  const again = await ada.click(back, "Correct it").modal();
  expect((await ada.submitModal(again, { file }).reply()).text).toContain("2 new facts");
  expect(discord.violations).toEqual([]);
});
