import { expect, it } from "vitest";
import { memoryStore } from "#stores/memory.ts";
import { talksInDiscord } from "./discord/talks.ts";
import { shown, talksInSlack } from "./slack/talks.ts";

it("answers in Discord at once what was added in the Slack it is linked with, and the audit says from where", async () => {
  const store = memoryStore();
  const { slack } = await talksInSlack("socket", { store });
  const { discord } = await talksInDiscord({ store });
  const ada = slack.user("ada", { role: "admin" });
  const bea = discord.user("bea", { permissions: ["ManageGuild"] });
  const offered = shown(await ada.slash("/talks", "facts link").reply());
  const linkCode = /\b[A-Z0-9]{8}\b/u.exec(offered)?.[0] ?? "";
  const linked = await bea.slash("facts link", { code: linkCode }).reply();
  expect(linked.text).toMatch(/link/iu);
  await ada.slash("/talks", 'facts add note remark:"a hotline opens" source:"new: The Gazette" paragraph:1').reply();
  const asked = await bea.slash("talks ask", { question: "is there a hotline" }).reply();
  expect(asked.text).toContain("hotline opens");
  const audit = await bea.slash("facts audit").reply();
  expect(audit.text).toContain("**ada** (slack)");
});
