import { expect, it } from "vitest";
import { talksInDiscord } from "./discord/talks.ts";
import { shown, talksInSlack } from "./slack/talks.ts";

const SOURCE = "new: The Gazette";

/** What people add most, each with all that such a fact needs, and what the reply then says. */
const COMMON = [
  ["led", { side: "us", person: "new: Ida Ray" }, "Ida Ray"],
  ["venue", { place: "new: the Grand Hotel" }, "the Grand Hotel"],
  ["date", { stated: "11 April 2025" }, "11 April 2025"],
  ["duration", { stated: "4 hours" }, "4 hours"],
  ["figure", { what: "visas issued", number: "6,000" }, "6,000"],
  ["position", { side: "us", stance: "wants", words: "more staff", topic: "staffing" }, "more staff"],
  ["quote", { speaker: "new: Ida Ray", words: "We talked all day" }, "We talked all day"],
] as const;

it.each(COMMON)("asks at most two screens for a common fact in Discord: %s", async (slot, values, said) => {
  const { discord } = await talksInDiscord();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const kind = await ada.slash("facts add").modal();
  const waiting = await ada.submitModal(kind, { slot, source: SOURCE }).reply();
  const form = await ada.click(waiting, "Fill in").modal();
  const sent = await ada.submitModal(form, { ...values, paragraph: "3" }).reply();
  const done = sent.text.includes("The rest may stay empty") ? await ada.click(sent, "Send").reply() : sent;
  expect(done.text).toContain("Added");
  expect(done.text).toContain(said);
});

it.each(COMMON)("asks at most two screens for a common fact in Slack: %s", async (slot, values, said) => {
  const { slack } = await talksInSlack("socket");
  const ada = slack.user("ada", { role: "admin" });
  const kind = await ada.slash("/talks", "facts add").view();
  const next = await ada.submit(kind, { slot, source: SOURCE }).outcome();
  if (next.end !== "updated") throw new Error(next.end);
  expect(await ada.submit(next.view, { ...values, paragraph: "3" }).outcome()).toMatchObject({ end: "closed" });
  const told = (): string => ada.sees("general").map(shown).join("\n");
  await expect.poll(told).toContain("Added");
  expect(told()).toContain(said);
});
