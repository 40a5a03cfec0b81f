import { expect, it } from "vitest";
import { Gate, slowStore } from "#test/slow-store.ts";
import { shown, talksInSlack } from "./talks.ts";

const words = (view: unknown): string => JSON.stringify(view);

it("answers a search in a view, tables as items, and offers no sharing where there is not a channel", async () => {
  const { slack } = await talksInSlack();
  const ann = slack.user("ann");
  const home = await ann.openHome().view();
  const answer = await ann.choose(home, "talks-search", "properties").view();
  expect(words(answer)).toContain("Seattle");
  expect(words(answer)).not.toContain('"type":"table"');
  expect(words(answer)).not.toContain("Share");
});

it("turns the pages of a long answer within the view", async () => {
  const { slack } = await talksInSlack();
  const ann = slack.user("ann");
  const first = await ann.choose(await ann.openHome().view(), "talks-search", "sources ln24SA").view();
  expect(words(first)).toMatch(/Page 1 of \d/u);
  const next = await ann.click(first, "Next ▶").view();
  expect(next.id).toBe(first.id);
  expect(words(next)).toMatch(/Page 2 of \d/u);
});

it("answers a search by a direct message where the store is too slow for a view", async () => {
  const gate = new Gate();
  const store = slowStore({ revisions: gate.pass });
  const { slack } = await talksInSlack("socket", { store, disturbed: true });
  const ann = slack.user("ann");
  const home = await ann.openHome().view();
  gate.shut();
  const asked = ann.choose(home, "talks-search", "where was it");
  await gate.met;
  // A trigger lives three seconds.
  slack.clock.advance(3001);
  gate.open();
  expect(shown(await asked.reply())).toContain("Istanbul");
});

it("lets a moderator approve from there, and tells whoever filled a form in what came of it", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const cid = slack.user("cid");
  await cid.slash("/talks", 'suggest note remark:"a hotline opens" source:TASS paragraph:1').reply();
  const home = await ada.openHome().view();
  const approved = ada.click(home, "Approve s1");
  // The home shows at once that the queue has become shorter.
  await expect.poll(async () => words(await approved.view())).toMatch(/"type":"home"/u);
  expect(words(await approved.view())).not.toContain("Approve s1");
  expect(shown(await cid.slash("/talks", "changes").reply())).toContain("A hotline opens");
  const again = await ada.openHome().view();
  const form = await ada.choose(again, "talks-search", "facts add slot:duration").view();
  const sent = ada.submit(form, { stated: "4 hours", source: "new: The Gazette", paragraph: "3" });
  expect((await sent.outcome()).end).toBe("closed");
  expect(shown(await sent.reply())).toContain("4 hours");
});
