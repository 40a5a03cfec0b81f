import { expect, it } from "vitest";
import { ann, cid, dee, entries, formOf, newSeat, rea, refusalOf, replied } from "#test/moderation.ts";

const suggestion = (n: number) => `talks suggest note remark:"remark number ${n}" source:TASS paragraph:1`;

it("puts a suggestion into the queue, and changes no answer", async () => {
  const seat = await newSeat();
  expect(await seat.told(suggestion(1), cid)).toContain("A moderator will look at it. s1");
  expect(await seat.told("sources tass", cid)).not.toContain("emark number");
  expect(await seat.told("facts review")).toContain("Remark number 1");
});

it("asks what kind of fact first, then its fields and the source", async () => {
  const seat = await newSeat();
  const whole = await seat.fill(await seat.say("suggest", cid), { slot: "outcome" }, cid);
  expect(formOf(whole).title).toBe("Suggest a fact");
  const done = await seat.fill(whole, { result: "a hotline was agreed on", source: "TASS", paragraph: "1" }, cid);
  expect(replied(done)).toContain("A moderator will look at it");
});

it("refuses at once what could never be approved, with what was typed", async () => {
  const seat = await newSeat();
  const form = await seat.say("suggest duration", cid);
  const held = await seat.fill(form, { stated: "5.5 hours", source: "TASS", paragraph: "1" }, cid);
  expect(formOf(held).problem?.message).toContain("held already, from the same place");
  expect(entries(held)).toMatchObject({ stated: "5.5 hours", source: "TASS" });
});

it("takes ten an hour from one person, and loses nothing of the eleventh", async () => {
  const seat = await newSeat();
  for (let n = 1; n <= 10; n += 1) replied(await seat.say(suggestion(n), cid));
  expect((await seat.refused(suggestion(11), cid)).kind).toBe("limit");
  const form = await seat.say("suggest note", cid);
  const back = await seat.fill(form, { remark: "one more", source: "TASS", paragraph: "1" }, cid);
  expect(refusalOf(back)).toMatchObject({ kind: "limit", message: "You made 10 suggestions in the last hour." });
  expect(entries(back)["remark"]).toBe("one more");
  expect(await seat.told(suggestion(12), dee)).toContain("Suggested");
  seat.world.pass({ minutes: 61 });
  expect(replied(await seat.fill(back, {}, cid))).toContain("Suggested");
});

it("shows each their own suggestions and what became of them", async () => {
  const seat = await newSeat();
  expect(await seat.told("suggested", cid)).toContain("None yet");
  await seat.told(suggestion(1), cid);
  await seat.told(suggestion(2), dee);
  await seat.told('facts review decline s2 reason:"no source"', ann);
  expect(await seat.told("suggested", cid)).toMatch(/s1 .* · Waiting/u);
  expect(await seat.told("suggested", dee)).toContain("Declined: no source");
  expect(await seat.told("suggested", dee)).not.toContain("s1");
});

it("is not for readers", async () => {
  expect((await (await newSeat()).refused(suggestion(1), rea)).kind).toBe("right");
});
