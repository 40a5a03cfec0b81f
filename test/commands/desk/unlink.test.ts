import { expect, it } from "vitest";
import { ada, World } from "#test/moderation.ts";
import { code, two, zoe } from "#test/linking.ts";

it("parts linked desks: each keeps all facts and the history, and goes on by itself", async () => {
  const { discord, slack } = await two();
  const id = await discord.add({ slot: "outcome", result: "a hotline was agreed on" }, ada);
  await slack.told(`facts link ${await code(discord)}`, zoe);
  await slack.add({ slot: "note", remark: "it rained", source: "new: Weather Wire" }, zoe);
  expect(await slack.told("facts unlink", zoe)).toContain("a desk of its own again");
  await slack.told(`facts retract ${id} withdrawn`, zoe);
  await discord.told('facts alias add "Sonata Coulter" Sonja', ada);
  for (const seat of [discord, slack]) {
    expect(await seat.told("sources weather")).toContain("It rained.");
    expect(await seat.told("facts audit", ada)).toMatch(/Zoe unlinked[^]*\(slack\)[^]*Ada added[^]*\(test\)/u);
  }
  expect(await discord.told("outcomes")).toContain("A hotline was agreed on.");
  expect(await slack.told("outcomes")).not.toContain("hotline");
  expect(await discord.told("who sonja")).toContain("Sonata Coulter");
  expect((await slack.refused("who sonja")).message).not.toContain("Sonata");
  expect((await slack.refused("facts unlink", zoe)).message).toContain("linked with no other one");
  const again = await World.open(undefined, discord.world.store);
  expect(await (await again.seat("T1", "slack")).told("outcomes")).not.toContain("hotline");
  expect(await slack.told(`facts link ${await code(discord)}`, zoe)).toContain("Linked");
});

it("undoes a change of one's own after a parting, but not the parting", async () => {
  const { discord, slack } = await two();
  await slack.told(`facts link ${await code(discord)}`, zoe);
  await slack.add({ slot: "note", remark: "it rained", source: "new: Weather Wire" }, zoe);
  await slack.told("facts unlink", zoe);
  expect(await slack.told("facts undo", zoe)).toContain("Taken back");
  expect(await discord.told("sources weather")).toContain("It rained.");
  expect((await slack.refused("facts undo 4", zoe)).message).toBe("What was unlinked cannot be taken back.");
});

it("parts once where both sides part at the same moment, and says nothing of it twice", async () => {
  const { discord, slack } = await two();
  await slack.told(`facts link ${await code(discord)}`, zoe);
  const said = await Promise.all([discord.say("facts unlink", ada), slack.say("facts unlink", zoe)]);
  expect(said.filter(({ text }) => text.includes("a desk of its own again"))).toHaveLength(1);
  for (const seat of [discord, slack]) {
    const { own } = await seat.desk.whole();
    expect(own.revisions.filter((r) => r.kind === "unlink")).toHaveLength(1);
  }
});
