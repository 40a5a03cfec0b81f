import { expect, it } from "vitest";
import { ada, ann, newSeat } from "#test/moderation.ts";
import { HERE } from "#test/scheduler/orders.ts";
import { hooked } from "#test/webhooks/hooked.ts";
import { receiver } from "#test/webhooks/receiver.ts";

it("makes a webhook whose secret an admin sees once, lists it, tests it and removes it", async () => {
  const h = await hooked();
  const there = await receiver();
  const secret = await h.add("Archive", there.address);
  expect(secret).toMatch(/^whsec_[\w=]{40,}$/u);
  const list = (await h.say("desk webhook")).text;
  expect(list).toContain("Archive: to 127.0.0.1");
  expect(list).toContain("nothing sent yet");
  expect(list).not.toContain(secret);
  expect(list).not.toContain("of=talks");
  expect((await h.say("desk webhook test archive")).text).toContain("The test arrived at 127.0.0.1");
  expect(there.events(secret)).toMatchObject([{ type: "webhook.test", data: {} }]);
  expect((await h.say("desk webhook")).text).toContain("sent last");
  expect((await h.say("desk webhook remove Archive")).text).toContain("Its secret is deleted");
  expect((await h.say("desk webhook")).text).toContain("None");
});

it("says why a test did not arrive", async () => {
  const h = await hooked();
  const there = await receiver();
  await h.add("Archive", there.address);
  there.answer = (response) => void response.writeHead(500).end();
  const shown = await h.say("desk webhook test Archive");
  expect(shown.text).toContain("did not arrive at 127.0.0.1");
  expect(shown.text).toContain("answered: 500");
  expect((await h.say("desk webhook")).text).toContain("without success");
});

it("is for admins, and is in the audit without its secret and its whole address", async () => {
  const h = await hooked();
  expect((await h.say("desk webhook add Archive https://example.org/x", ann)).refusal?.kind).toBe("right");
  const secret = await h.add("Archive", "https://example.org/hidden");
  const audit = (await h.say("facts audit")).text;
  expect(audit).toContain("changed which programs are told: Archive: at example.org");
  expect(audit).not.toContain("hidden");
  expect(audit).not.toContain(secret);
  await h.say("desk webhook remove Archive");
  expect((await h.say("facts audit")).text).toContain("Archive: is not told any more");
  expect((await h.say("facts undo 1")).refusal?.message).toContain("cannot be taken back");
});

it.each([
  ["http://example.org/", "over https alone"],
  ["ftp://example.org/", "over https alone"],
  ["nothing", "is not an address"],
  ["https://u:p@example.org/", "user name"],
  [`https://example.org/${"a".repeat(500)}`, "is not an address"],
])("takes no address such as %s", async (address, why) => {
  const h = await hooked(false);
  expect((await h.say(`desk webhook add Archive ${address}`)).text).toContain(why);
  expect((await h.say("desk webhook")).text).toContain("None");
});

it("refuses a second one of a name, one that is not there, what is missing, and an eleventh", async () => {
  const h = await hooked(false);
  await h.add("Archive", "https://example.org/");
  expect((await h.say("desk webhook add archive https://example.org/")).refusal?.kind).toBe("state");
  expect((await h.say("desk webhook test Other")).refusal?.kind).toBe("held");
  expect((await h.say("desk webhook add")).text).toContain("Which webhook to add?");
  expect((await h.say("desk webhook add Other")).text).toContain("Where are the events to be sent?");
  for (let i = 2; i <= 10; i += 1) await h.add(`n${i}`, "https://example.org/");
  expect((await h.say("desk webhook add more https://example.org/")).refusal?.kind).toBe("limit");
});

it("says that nothing is sent from where no webhook is", async () => {
  const seat = await newSeat();
  expect((await seat.refused("desk webhook", ada)).message).toContain("No webhook is sent from here");
});

it("gives the webhooks of a person who is erased to the admin who erases them", async () => {
  const h = await hooked(false);
  await h.add("Archive", "https://example.org/");
  await h.store.webhooks.change(HERE, (await h.store.webhooks.list(HERE))[0]?.id ?? "", { owner: ann.id });
  const there = { ...ann, platform: HERE.platform };
  await h.say('talks suggest note remark:"a hotline opens" source:TASS paragraph:1', there);
  await h.press({ path: ["facts", "erase-user"], values: { user: ann.id, confirm: "true" } });
  expect((await h.store.webhooks.list(HERE))[0]?.owner).toBe(ada.id);
});
