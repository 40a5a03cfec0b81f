import { expect, it } from "vitest";
import { ada, ann, asker, ben, newSeat, refusalOf } from "#test/moderation.ts";

it("takes back one's own last change, not another's", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  await seat.told("facts retract apr-led-russia withdrawn", ben);
  expect(await seat.told("facts undo", ann)).toContain("#1 ");
  const led = await seat.told("who-led");
  expect(led).toContain("Coulter");
  expect(led).not.toContain("Darchiev");
});

it("goes further back with each undo, and ends with a clear no", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn");
  await seat.told("facts retract apr-led-russia withdrawn");
  await seat.told("facts undo");
  await seat.told("facts undo");
  expect((await seat.refused("facts undo")).message).toBe("You have no change here to take back.");
});

it("goes on to the change before an import that changed one fact twice", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn");
  const rows = ["TASS,1", "Meduza,2", "ln24SA,3"].map((cited) => `second,note,${cited},it rained`);
  const file = ["talks,slot,source,paragraph,remark", ...rows].join("\n");
  expect((await seat.call("facts import", { file, apply: "yes" })).text).toContain("Imported");
  expect(await seat.told("facts undo")).toContain("It rained");
  expect(await seat.told("facts undo")).toContain("Coulter");
  expect((await seat.refused("facts undo")).message).toBe("You have no change here to take back.");
});

it("lets an admin take back any change by its number, a moderator only their own", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  expect(await seat.refused("facts undo 1", ben)).toMatchObject({ kind: "right", message: "Ann made revision 1." });
  expect(await seat.told("facts undo 1", ada)).toContain("Taken back");
  expect((await seat.refused("facts undo 99", ada)).message).toBe("There is no revision 99 on this desk.");
});

it("is blocked by a later change to the same, and names it", async () => {
  const seat = await newSeat();
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"', ann);
  await seat.told('facts correct apr-duration-around-six stated:"eight hours"', ben);
  const refusal = await seat.refused("facts undo", ann);
  expect(refusal).toMatchObject({
    kind: "conflict",
    message: expect.stringContaining("Ben changed it since (revision 2"),
  });
  expect(refusal.hint).toContain("Take revision 2 back first");
});

it("can be undone itself, and that again", async () => {
  const seat = await newSeat();
  const before = await seat.told("who-led");
  await seat.told("facts retract apr-led-us withdrawn");
  const without = await seat.told("who-led");
  await seat.told("facts undo");
  expect((await seat.refused("facts undo 1")).message).toBe("Revision 1 was already taken back.");
  await seat.told("facts undo 2");
  expect(await seat.told("who-led")).toBe(without);
  await seat.told("facts undo 3");
  expect(await seat.told("who-led")).toBe(before);
});

it("takes the whole of what was changed together back: a new article with its fact", async () => {
  const seat = await newSeat();
  const before = await seat.told("sources");
  await seat.add({ slot: "outcome", result: "a hotline was agreed on" });
  await seat.told("facts undo");
  expect(await seat.told("sources")).toBe(before);
});

it("leaves an article that a later fact cites too, and brings it back with a fact that cites it", async () => {
  const seat = await newSeat();
  await seat.add({ slot: "outcome", result: "a hotline was agreed on" }, ann);
  const id = await seat.add({ slot: "note", remark: "it rained", source: "The Gazette" }, ben);
  await seat.told("facts undo", ann);
  expect(await seat.told(`fact ${id}`)).toContain("Source: The Gazette, ¶1");
  await seat.told("facts undo", ben);
  await seat.told("facts undo 5", ada);
  expect(await seat.told(`fact ${id}`)).toContain("Source: The Gazette, ¶1");
});

it("drops an article that only what was taken back had cited", async () => {
  const seat = await newSeat();
  const before = await seat.told("sources");
  await seat.add({ slot: "outcome", result: "a hotline was agreed on" }, ann);
  await seat.add({ slot: "note", remark: "it rained", source: "The Gazette" }, ben);
  await seat.told("facts undo", ben);
  await seat.told("facts undo", ann);
  expect(await seat.told("sources")).toBe(before);
  await seat.told("facts undo 4", ada);
  expect(await seat.told("outcomes")).not.toContain("¶1: a");
  expect(await seat.told("sources gazette")).toContain("It rained.");
});

it("refuses where another fact says the same meanwhile", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "outcome", result: "a hotline was agreed on" }, ann);
  await seat.told(`facts correct ${id} result:"a hot line was agreed on"`, ann);
  const twin = await seat.add({ slot: "outcome", result: "a hotline was agreed on" }, ben);
  expect((await seat.refused("facts undo", ann)).message).toContain(`(${twin})`);
});

it("leaves locks and roles to admins, even to one who was an admin", async () => {
  const seat = await newSeat();
  await seat.told("facts lock apr-led-us", ada);
  const demoted = asker("u1", "Ada", "moderator");
  expect(refusalOf(await seat.say("facts undo", demoted)).kind).toBe("right");
  await seat.told("facts undo", ada);
  expect(await seat.told("facts retract apr-led-us withdrawn", ann)).toContain("Retracted");
});

it("keeps every step in the history", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  await seat.told("facts undo 1", ada);
  const history = await seat.told("facts history apr-led-us");
  expect(history).toMatch(
    /#1 Ann retracted the head of the U\.S\. side in [^]*#2 Ada took back revision 1, about the head of the U\.S\. side in .* apr-led-us: retracted → /u,
  );
});

it("refuses that too where it would bring back what is shipped", async () => {
  const seat = await newSeat();
  await seat.told('facts correct feb-duration-meduza stated:"seven hours"', ann);
  const twin = await seat.add({ slot: "duration", talks: "first", stated: "several hours" }, ben);
  expect((await seat.refused("facts undo", ann)).message).toContain(`(${twin})`);
});

it("goes back step by step over changes to one and the same fact", async () => {
  const seat = await newSeat();
  const before = await seat.told("how-long");
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"');
  const seven = await seat.told("how-long");
  await seat.told("facts retract apr-duration-around-six withdrawn");
  await seat.told("facts undo");
  expect(await seat.told("how-long")).toBe(seven);
  await seat.told("facts undo");
  expect(await seat.told("how-long")).toBe(before);
});

it("heads what cannot be done as things stand by what it is: nothing changed", async () => {
  const seat = await newSeat();
  expect((await seat.say("facts undo")).text).toMatch(/^Nothing changed\nYou have no change here to take back\./u);
  await seat.told("facts retract apr-led-us withdrawn");
  expect((await seat.say("facts retract apr-led-us withdrawn")).text).toMatch(/^Nothing changed\n/u);
});
