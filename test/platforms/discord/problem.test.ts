import { request } from "node:http";
import { expect, it } from "vitest";
import { buttons, reply } from "#core/reply/reply.ts";
import { problemLine } from "#platforms/discord/problem.ts";
import { memoryStore } from "#test/stores/memory-store.ts";
import { talksInDiscord } from "./talks.ts";

const CONFIG = { token: "a.b.c", apiUrl: "http://127.0.0.1:9/api" };

it("calls Discord out of reach where nobody takes the connection", async () => {
  const error = await new Promise<unknown>((resolve) => request(CONFIG.apiUrl).on("error", resolve).end());
  expect(problemLine(error, CONFIG)).toMatch(/cannot be reached .*Check the network and DISCORD_API_URL/u);
  expect(problemLine(new DOMException("This operation was aborted", "AbortError"), CONFIG)).toContain(
    "cannot be reached",
  );
});

it("calls a mistake of its own what it is", () => {
  const mistake = new TypeError("x is not a function");
  expect(problemLine(mistake, CONFIG)).toBe("Discord: something went wrong in Talks itself (x is not a function).");
});

it("throws a mistake made while posting, and does not take it for an answer that was lost", async () => {
  const held = memoryStore();
  const store = { ...held, stash: { ...held.stash, put: () => Promise.reject(new TypeError("a mistake")) } };
  const { talks, discord } = await talksInDiscord({ store });
  const { place } = discord.user("ann");
  const question = "what was said about the embassies and consulates of both sides, by whom and when".repeat(2);
  const asking = reply("x", [buttons({ label: "Ask", call: { path: ["talks", "ask"], values: { question } } })]);
  const to = { workspace: place.guild?.id ?? "", channel: place.channel.id };
  await expect(talks.post(to, asking, "abc")).rejects.toThrow("a mistake");
  expect(discord.messages(to.channel)).toHaveLength(0);
});

it("writes a mistake made after an answer down as an incident, and says so in the log", async () => {
  const { discord, host, incidents, lines } = await talksInDiscord({ disturbed: true });
  const mistake = new TypeError("a mistake");
  Object.assign(host, { remember: () => Promise.reject(mistake) });
  await discord.user("ann").slash("talks where", { public: true }).reply();
  await expect.poll(() => incidents).toEqual([mistake]);
  expect(lines.join("\n")).toContain("something went wrong in Talks itself (a mistake)");
});
