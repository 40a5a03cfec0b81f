import { expect, it } from "vitest";
import { ann, building, cid, formOf, who } from "#test/building.ts";

const SUGGESTION = 'suggest outcome result:"a hotline" source:TASS paragraph:6 talks:second';

it("queues a suggestion, and adds it when a moderator approves", async () => {
  const room = await (await building()).room();
  expect((await room.say(SUGGESTION, cid)).text).toMatch(/^Suggested/u);
  expect((await room.say("outcomes")).text).not.toContain("hotline");
  const queue = await room.say("facts review", ann);
  expect(queue.text).toContain("result: a hotline");
  expect((await room.press(queue, /Approve s1/u, ann)).text).toMatch(/^Approved and added\nA hotline\. f3/u);
  expect((await room.say("suggested", cid)).text).toContain("approved as f3");
  expect((await room.press(queue, /Approve s1/u, ann)).text).toContain("s1 was approved already");
});

it("lets a moderator edit it first, in its own form filled in", async () => {
  const room = await (await building()).room();
  await room.say(SUGGESTION, cid);
  const form = formOf(await room.press(await room.say("facts review"), /Edit s1/u));
  expect(Object.fromEntries(form.fields.map((f) => [f.name, f.value]))).toMatchObject({
    result: "a hotline",
    source: "TASS",
    paragraph: "6",
  });
  const entered = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect((await room.fill(form, { ...entered, result: "a direct line was agreed on" })).text).toContain(
    "A direct line was agreed on. f3",
  );
});

it("declines with a reason, which reaches the suggester", async () => {
  const room = await (await building()).room();
  await room.say(SUGGESTION, cid);
  const form = formOf(await room.press(await room.say("facts review"), /Decline s1/u));
  expect((await room.fill(form, { reason: "the note does not say so" })).text).toContain("Cid sees the reason");
  expect((await room.say("suggested", cid)).text).toContain("declined: the note does not say so");
  expect((await room.say("suggested", who("Dan", "contributor"))).text).toContain("None yet");
  expect((await room.say("facts review")).text).toContain("No suggestion is waiting");
});

it("takes ten suggestions an hour from one person, others not affected", async () => {
  const house = await building();
  const room = await house.room();
  const one = (n: number, asker = cid) => room.say(`suggest note remark:"remark ${n}" source:TASS paragraph:1`, asker);
  for (let n = 0; n < 10; n += 1) expect((await one(n)).text).toMatch(/^Suggested/u);
  expect((await one(11)).refusal).toMatchObject({ kind: "limit" });
  expect((await one(12, who("Dan", "contributor"))).text).toMatch(/^Suggested/u);
  house.at("2026-11-23T13:00:01Z");
  expect((await one(13)).text).toMatch(/^Suggested/u);
});

it("refuses at once what could not be approved", async () => {
  const room = await (await building()).room();
  const said = await room.say("suggest outcome result:x source:TASS paragraph:77", cid);
  expect(said.refusal?.message).toBe("TASS has 9 notes; there is no number 77.");
  expect((await room.say("facts review")).text).toContain("No suggestion is waiting");
});
