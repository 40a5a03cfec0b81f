import { expect, it } from "vitest";
import { ada, asker, newSeat } from "#test/moderation.ts";

it("lists who moderates besides the platform's admins: nobody at first", async () => {
  expect(await (await newSeat()).told("facts roles", ada)).toContain("nobody yet");
});

it.each([
  ["<@&123456>", "role 123456 (role)"],
  ["<!subteam^S0LAJ|@editors>", "editors (user group)"],
  ["<@U0LAJ|ann>", "user U0LAJ (user)"],
  ["<@!998877>", "user 998877 (user)"],
  ["role:77", "role 77 (role)"],
  ["group:S77", "group S77 (user group)"],
  ["user:U77", "user U77 (user)"],
])("adds %s, and removes it again", async (who, shown) => {
  const seat = await newSeat();
  const added = await seat.call("facts roles", { action: "add", who }, ada);
  expect(added.text).toContain(shown);
  expect((await seat.call("facts roles", { action: "remove", who }, ada)).text).toContain("nobody yet");
});

it("takes a role typed as a word of the line", async () => {
  expect(await (await newSeat()).told("facts roles add role:77", ada)).toContain("role 77");
});

it("refuses what is no role, what is there already, what is not there", async () => {
  const seat = await newSeat();
  expect((await seat.refused("facts roles add editors", ada)).message).toContain("is not a role, user group or user");
  expect((await seat.refused("facts roles remove role:77", ada)).message).toBe("role 77 does not moderate here.");
  await seat.told("facts roles add role:77", ada);
  expect((await seat.refused("facts roles add role:77", ada)).message).toBe("role 77 already moderates here.");
});

it("keeps roles of each platform apart", async () => {
  const seat = await newSeat();
  await seat.told("facts roles add role:77", ada);
  const elsewhere = asker("U9", "Eve", "admin", "slack");
  expect((await seat.refused("facts roles remove role:77", elsewhere)).message).toBe("role 77 does not moderate here.");
});
