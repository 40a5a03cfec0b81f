import { expect, it } from "vitest";
import { ARTICLE } from "#test/proposing.ts";
import { talksInDiscord } from "./talks.ts";

const MODERATOR = { permissions: ["ManageGuild"] } as const;

it("edits, rejects and takes back what an article proposed", async () => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", MODERATOR);
  const file = { name: "article.txt", content: ARTICLE };
  const first = await ada.slash("facts propose", { file, source: "The Gazette", talks: "istanbul-april" }).reply();
  const second = await ada.click(first, "¶2 ›").reply();
  const form = await ada.click(second, "Edit 3").modal();
  expect(form.title).toBe("Accept as edited (1/2)");
  const half = await ada.submitModal(form, { person: "new: Ida B. Ray" }).reply();
  const rest = await ada.click(half, "Continue").modal();
  const edited = await ada.submitModal(rest, {}).reply();
  expect(edited.text).toMatch(/Accepted 3 as f\d+/u);
  const on = await ada.click(edited, "Reject 4").reply();
  expect(on.text).toContain("¶3 of 3");
  const which = await ada.click(on, "Missed one here").modal();
  expect(which.title).toBe("Add what was missed");
  const end = await ada.click(on, "Stop here").reply();
  expect(end.text).toContain("1 edited and accepted, 1 rejected");
  expect((await ada.click(end, "Take all of it back").reply()).text).toContain("Taken back: 2 decisions.");
  expect(discord.violations).toEqual([]);
});
