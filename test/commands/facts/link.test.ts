import { expect, it } from "vitest";
import { ada, cid, newSeat, replied, World } from "#test/moderation.ts";
import { code, two, zoe } from "#test/linking.ts";

it("joins two desks: facts come along, and both then have one set and one history", async () => {
  const { discord, slack } = await two();
  await discord.add({ slot: "outcome", result: "a hotline was agreed on" }, ada);
  await slack.add({ slot: "note", remark: "it rained", source: "new: Weather Wire" }, zoe);
  await slack.told('facts alias add "Sonata Coulter" Sonja', zoe);
  await slack.told("facts roles add group:S77", zoe);
  const text = await slack.told(`facts link ${await code(discord)}`, zoe);
  expect(text).toContain("1 fact that this desk had added or changed moved to the other desk.");
  for (const seat of [discord, slack]) {
    expect(await seat.told("outcomes")).toContain("A hotline was agreed on.");
    expect(await seat.told("sources weather")).toContain("It rained.");
    expect(await seat.told("who sonja")).toContain("Sonata Coulter");
    expect(await seat.told("facts roles", zoe)).toContain("group S77");
    expect(await seat.told("facts audit", ada)).toMatch(/Zoe .*\(slack\)[^]*Ada .*\(test\)/u);
  }
  await slack.told("facts retract apr-led-us withdrawn", zoe);
  expect(await discord.told("who-led")).not.toContain("Coulter");
});

it("keeps what a channel follows when its desk is linked", async () => {
  const { discord, slack } = await two();
  const room = { ...zoe, channel: "C1" };
  await slack.told('facts talks add Geneva negotiation:"Iran–U.S." parties:"Iran, United States"', zoe);
  await slack.told("desk focus Iran–U.S.", room);
  const before = await slack.told("desk focus", room);
  expect(before).toContain("Iran–U.S.");
  await slack.told(`facts link ${await code(discord)}`, zoe);
  expect(await slack.told("desk focus", room)).toBe(before);
});

it("leads the key to the one desk from then on, after a restart too", async () => {
  const { discord, slack } = await two();
  await discord.add({ slot: "outcome", result: "a hotline was agreed on" }, ada);
  await slack.told(`facts link ${await code(discord)}`, zoe);
  const again = await World.open(undefined, discord.world.store);
  expect(await (await again.seat("T1", "slack")).told("outcomes")).toContain("hotline");
});

it("joins what both sides say, every source kept", async () => {
  const { discord, slack } = await two();
  const outcome = { slot: "outcome", result: "a hotline was agreed on" };
  await discord.add(outcome, ada);
  const id = await slack.add({ ...outcome, source: "new: Weather Wire" }, zoe);
  await slack.told(`facts source ${id} source:TASS paragraph:2`, zoe);
  await slack.told(`facts link ${await code(discord)}`, zoe);
  expect(await discord.told("outcomes")).toMatch(/2 outlets agree: .*Gazette, ¶1; Weather Wire, ¶1; also: TASS/u);
});

it("lets the other side's own stand where both changed one fact, and says what stayed behind", async () => {
  const { discord, slack } = await two();
  await discord.told('facts correct apr-duration-around-six stated:"seven hours"', ada);
  await slack.told('facts correct apr-duration-around-six stated:"eight hours"', zoe);
  await slack.told("facts retract apr-led-us withdrawn", zoe);
  const text = await slack.told(`facts link ${await code(discord)}`, zoe);
  expect(text).toContain("1 fact that this desk had added or changed moved to the other desk; 1 did not");
  expect(await slack.told("how-long")).toContain("Seven hours");
  expect(await discord.told("who-led")).not.toContain("Coulter");
});

it("brings back nothing that one side retracted, and keeps disputes by the ids that facts now have", async () => {
  const { discord, slack } = await two();
  const outcome = { slot: "outcome", result: "a hotline was agreed on" };
  const gone = await discord.add(outcome, ada);
  await discord.told(`facts retract ${gone} misread`, ada);
  await slack.add(outcome, zoe);
  const wet = await slack.add({ slot: "note", remark: "it rained" }, zoe);
  await slack.told(`facts dispute ${wet} with:apr-venue reason:doubted`, zoe);
  await slack.told(`facts link ${await code(discord)}`, zoe);
  expect(await discord.told("outcomes")).not.toContain("hotline");
  const moved = /In dispute with (\S+): doubted/u.exec(await discord.told("fact apr-venue"))?.[1] ?? "";
  expect(await discord.told(`fact ${moved}`)).toMatch(/It rained[^]*In dispute with apr-venue: doubted/u);
});

it("says that suggestions which waited did not move, and which tokens ended", async () => {
  const { discord, slack } = await two();
  await slack.told('talks suggest note remark:"it rained" source:TASS paragraph:1', cid);
  await slack.told("desk token add Reader", zoe);
  const linked = await slack.told(`facts link ${await code(discord)}`, zoe);
  expect(linked).toContain("1 suggestion that waited here did not");
  expect(linked).toContain("1 token of this desk ended: make new ones with /desk token.");
});

it("takes a code once", async () => {
  const { discord, slack } = await two();
  const secret = await code(discord);
  await slack.told(`facts link ${secret.toLowerCase()}`, zoe);
  const third = await discord.world.seat("T3", "slack");
  expect((await third.refused(`facts link ${secret}`, zoe)).message).toContain("wrong, was already used");
});

it("takes a code for ten minutes", async () => {
  const { discord, slack } = await two();
  const secret = await code(discord);
  discord.world.pass({ minutes: 10 });
  expect((await slack.refused(`facts link ${secret}`, zoe)).message).toContain("over 10 minutes old");
  const fresh = await code(discord);
  discord.world.pass({ minutes: 9, seconds: 59 });
  expect(await slack.told(`facts link ${fresh}`, zoe)).toContain("Linked");
});

it("refuses a desk's own code without spending it", async () => {
  const { discord, slack } = await two();
  const secret = await code(discord);
  expect((await discord.refused(`facts link ${secret}`, ada)).message).toContain("this desk's own");
  expect(await slack.told(`facts link ${secret}`, zoe)).toContain("Linked");
});

it("cannot be taken back by undo, not even by what came along", async () => {
  const { discord, slack } = await two();
  await slack.add({ slot: "note", remark: "it rained" }, zoe);
  await slack.told(`facts link ${await code(discord)}`, zoe);
  expect((await slack.refused("facts undo", zoe)).message).toBe("You have no change here to take back.");
  expect((await discord.refused("facts undo 2", ada)).message).toBe("What was linked cannot be taken back.");
});

it("keeps an open prompt on the desk that it was linked with", async () => {
  const seat = await newSeat();
  const other = await seat.world.seat("two");
  await other.add({ slot: "note", remark: "it rained" });
  replied(await seat.say(`facts link ${await code(other)}`, ada));
  expect(await seat.told("sources gazette")).toContain("It rained.");
});
