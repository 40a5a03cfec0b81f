import { expect, it } from "vitest";
import { ann, servers, cid, formOf, who } from "#test/servers.ts";

const SUGGESTION = 'suggest outcome result:"a hotline" source:TASS paragraph:6 talks:second';

it("queues a suggestion, and adds it when a moderator approves", async () => {
  const server = await (await servers()).server();
  expect((await server.say(SUGGESTION, cid)).text).toMatch(/^Suggested/u);
  expect((await server.say("outcomes")).text).not.toContain("hotline");
  const queue = await server.say("facts review", ann);
  expect(queue.text).toContain("A hotline. Second round, Istanbul, April 2025 [TASS, note 6]");
  expect((await server.press(queue, /Approve s1/u, ann)).text).toMatch(
    /^Approved and added to Second round, Istanbul, April 2025\nA hotline\. f3/u,
  );
  expect((await server.say("suggested", cid)).text).toContain("Approved");
  expect((await server.press(queue, /Approve s1/u, ann)).text).toContain("s1 was already approved");
});

it("lets a moderator edit it first, in its own form filled in", async () => {
  const server = await (await servers()).server();
  await server.say(SUGGESTION, cid);
  const form = formOf(await server.press(await server.say("facts review"), /Edit s1/u));
  expect(Object.fromEntries(form.fields.map((f) => [f.name, f.value]))).toMatchObject({
    result: "a hotline",
    source: "TASS",
    paragraph: "6",
  });
  const entered = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect((await server.fill(form, { ...entered, result: "a direct line was agreed on" })).text).toContain(
    "A direct line was agreed on. f3",
  );
});

it("declines with a reason, which reaches the suggester", async () => {
  const server = await (await servers()).server();
  await server.say(SUGGESTION, cid);
  const form = formOf(await server.press(await server.say("facts review"), /Decline s1/u));
  expect((await server.fill(form, { reason: "the note does not say so" })).text).toContain(
    "Cid gets a message with the reason",
  );
  expect((await server.say("suggested", cid)).text).toContain("Declined: the note does not say so");
  expect((await server.say("suggested", who("Dan", "contributor"))).text).toContain("None yet");
  expect((await server.say("facts review")).text).toContain("No suggestion is waiting");
});

it("takes ten suggestions an hour from one person, others not affected", async () => {
  const host = await servers();
  const server = await host.server();
  const one = (n: number, asker = cid) =>
    server.say(`suggest note remark:"remark ${n}" source:TASS paragraph:1`, asker);
  for (let n = 0; n < 10; n += 1) expect((await one(n)).text).toMatch(/^Suggested/u);
  expect((await one(11)).refusal).toMatchObject({ kind: "limit" });
  expect((await one(12, who("Dan", "contributor"))).text).toMatch(/^Suggested/u);
  host.at("2026-11-23T13:00:01Z");
  expect((await one(13)).text).toMatch(/^Suggested/u);
});

it("refuses at once what could not be approved", async () => {
  const server = await (await servers()).server();
  const said = await server.say("suggest outcome result:x source:TASS paragraph:77", cid);
  expect(said.refusal?.message).toBe("TASS has 10 notes; there is no number 77.");
  expect((await server.say("facts review")).text).toContain("No suggestion is waiting");
});
