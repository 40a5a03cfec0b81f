import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { servers } from "#test/servers.ts";

const READING = commands.all.filter((c) => "as-of" in c.options && c.path[0] === "talks");
const EXTRA: Readonly<Record<string, string>> = {
  who: "darchiev",
  fact: "apr-venue",
  ask: "when did they meet",
  about: "agenda",
  sources: "tass",
};

it("is on every command that reads facts", () => {
  const without = commands.group("talks").filter((c) => !READING.includes(c));
  expect(without.map((c) => c.path[1])).toEqual(["changes", "suggest", "suggested", "follow", "unfollow", "help"]);
});

it("answers every reading command as the desk held it then: before, between, after", async () => {
  const host = await servers();
  const server = await host.server();
  const whole = async (suffix: string): Promise<string> => {
    const all = await Promise.all(READING.map((c) => server.say(`${c.path[1]} ${EXTRA[c.path[1]] ?? ""} ${suffix}`)));
    return all.map((h) => h.text.replaceAll(/As this desk held it at [^.]*\. ?\n*/gu, "")).join("\n");
  };
  const first = await whole("");
  host.at("2026-11-24T12:00:00Z");
  await server.say('facts correct apr-day-tass stated:"11 April 2025"');
  await server.say("facts retract apr-venue reason:x");
  const second = await whole("");
  host.at("2026-11-26T12:00:00Z");
  await server.say("facts undo");
  await server.say('facts add note remark:"later" source:TASS paragraph:1');
  expect(second).not.toBe(first);
  expect(await whole("as-of:2026-11-23")).toBe(first);
  expect(await whole("as-of:2026-11-25")).toBe(second);
  expect(await whole("as-of:2026-11-24T12:00Z")).toBe(second);
  expect(await whole("as-of:2026-11-26")).toBe(await whole(""));
});

it("holds nothing before anything was loaded, and knows nothing of days to come", async () => {
  const server = await (await servers()).server();
  const before = await server.say("who-led as-of:2025-04-11");
  expect(before.text).toContain(
    "As this desk held it at the end of 11 April 2025 (UTC). The desk holds nothing on who led",
  );
  expect((await server.say("who-led as-of:2030-01-01")).text).toContain("is in the future");
  expect((await server.say("who-led as-of:soon")).text).toContain("is not a day or a moment");
});
