import { expect, it } from "vitest";
import { ada, ann, cid, formOf, newSeat, refusalOf } from "#test/moderation.ts";

it("approves as edited on the line", async () => {
  const seat = await newSeat();
  await seat.told('talks suggest outcome result:"a hotline" source:TASS paragraph:1', cid);
  const text = await seat.told('facts approve s1 result:"a hotline was agreed on"');
  expect(text).toContain("Approved and added");
  expect(text).toContain("A hotline was agreed on.");
});

it("says where it joins a fact that is held", async () => {
  const seat = await newSeat();
  await seat.told('talks suggest duration stated:"5.5 hours" source:Meduza paragraph:1', cid);
  const form = await seat.say("facts approve s1");
  expect((await seat.fill(form)).text).toContain("Approved: one more source");
});

it("leaves a suggestion waiting that cannot be added as edited, with what was typed", async () => {
  const seat = await newSeat();
  await seat.told('talks suggest outcome result:"a hotline" source:TASS paragraph:1', cid);
  const back = await seat.fill(await seat.say("facts approve s1"), { result: "two hotlines", paragraph: "99" });
  expect(formOf(back).problem?.field).toBe("paragraph");
  expect(formOf(back).fields.find((f) => f.name === "result")?.value).toBe("two hotlines");
  expect(await seat.told("facts review")).toContain("s1");
});

it("leaves a locked fact to an admin", async () => {
  const seat = await newSeat();
  await seat.told('talks suggest led side:us person:"Sonata Coulter" source:Meduza paragraph:1', cid);
  await seat.told("facts lock apr-led-us", ada);
  expect(refusalOf(await seat.say("facts review approve s1", ann)).kind).toBe("right");
  expect(await seat.told("facts review approve s1", ada)).toContain("one more source");
});
