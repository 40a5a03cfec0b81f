import { expect, it } from "vitest";
import { servers, cid, who } from "#test/servers.ts";

it("lists what moved since a day: was, now, why, who, and where it rests", async () => {
  const host = await servers();
  const server = await host.server();
  host.at("2026-11-25T09:00:00Z");
  await server.say('facts correct apr-day-tass stated:"11 April 2025" reason:"as printed"');
  const { text } = await server.say("changes since:2026-11-24", who("Ada", "reader"));
  expect(text).toContain("1 change since ");
  expect(text).toContain(
    "corrected the day of Second round, Istanbul, April 2025 apr-day-tass: 10 April 2025 → 11 April 2025 [TASS, 10 April 2025, note 1].",
  );
  expect(text).toContain("Reason: as printed");
  expect((await server.say("changes since:2026-11-26", cid)).text).toContain("Nothing changed since");
  expect((await server.say("changes", cid)).text).toMatch(/^1 change since 18 November 2026/u);
});
