import { describe, expect, it } from "vitest";
import { Gate, slowStore } from "#test/slow-store.ts";
import type { View } from "#test/standins/slack/views.ts";
import { MODES, formOf, shown, talksInSlack } from "./talks.ts";

function words(view: View): string {
  return JSON.stringify(view);
}

describe.each(MODES)("over %s", (mode) => {
  it("asks what kind of fact, then all its fields in one view, and adds it", async () => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    const kind = await ada.slash("/talks", "facts add").view();
    const next = await ada.submit(kind, { slot: "duration", source: "new: The Gazette" }).outcome();
    if (next.end !== "updated") throw new Error(next.end);
    const sent = ada.submit(next.view, { stated: "4 hours", paragraph: "3" });
    expect(await sent.outcome()).toMatchObject({ end: "closed" });
    const told = (): string =>
      ada
        .sees("general")
        .filter((m) => m.visibleTo === ada.id)
        .map(shown)
        .join("\n");
    await expect.poll(told).toContain("4 hours");
    expect(told()).toContain("The Gazette, ¶3");
  });

  it("imports facts from a form's text, where no file comes with a command", async () => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    const form = await ada.slash("/talks", "facts import").view();
    const paste =
      "articles:\n  - outlet: Coast Herald\n    claims:\n      - { talks: second, slot: note, paragraph: 2, says: { remark: no questions were taken } }\n";
    const sent = ada.submit(form, { paste });
    expect(await sent.outcome()).toMatchObject({ end: "closed" });
    const dry = () => ada.sees("general").findLast((m) => m.visibleTo === ada.id && shown(m).includes("Dry run"));
    await expect.poll(dry).toBeDefined();
    const found = dry();
    if (found === undefined) throw new Error("no dry run");
    expect(shown(await ada.click(found, "Import all 1").reply())).toContain("Imported");
    expect(shown(await ada.slash("/talks", "sources coast").reply())).toContain("No questions were taken");
  });

  it("shows what was refused under its field, and keeps what was entered", async () => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    const form = await ada.slash("/talks", "facts add slot:duration").view();
    const sent = await ada.submit(form, { stated: "5 hours", source: "Meduza", paragraph: "99" }).outcome();
    expect(sent).toMatchObject({
      end: "errors",
      errors: { paragraph: expect.stringContaining("there is no number 99") },
    });
    const again = ada.submit(form, { paragraph: "1" });
    expect((await again.outcome()).end).toBe("closed");
    await expect.poll(() => ada.sees("general").map(shown).join("\n")).toContain("5 hours");
  });

  it("brings a conflict back in the form, with what was typed", async () => {
    const { slack } = await talksInSlack(mode);
    const ada = slack.user("ada", { role: "admin" });
    const ben = slack.user("ben", { role: "admin" });
    const mine = await ada.slash("/talks", "facts correct apr-duration-tass").view();
    const theirs = await ben.slash("/talks", "facts correct apr-duration-tass").view();
    expect((await ben.submit(theirs, { stated: "5 hours" }).outcome()).end).toBe("closed");
    const refused = await ada.submit(mine, { stated: "6 hours" }).outcome();
    if (refused.end !== "updated") throw new Error(refused.end);
    expect(words(refused.view)).toContain("6 hours");
    expect(words(refused.view)).toMatch(/ben/iu);
  });
});

it("works on when the store is slow, and shows the answer in the view", async () => {
  const gate = new Gate();
  const store = slowStore({ revisions: gate.pass });
  const { slack } = await talksInSlack("socket", { store });
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts add slot:duration").view();
  gate.shut();
  const sent = ada.submit(form, { stated: "4 hours", source: "new: The Gazette", paragraph: "3" });
  expect((await sent.outcome()).end).toBe("updated");
  gate.open();
  await expect.poll(async () => words(await sent.view())).toContain("4 hours");
});

it("gives the answer in the channel where somebody closed the view before it came", async () => {
  const gate = new Gate();
  const store = slowStore({ revisions: gate.pass });
  const { slack } = await talksInSlack("socket", { store, disturbed: true });
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts add slot:duration").view();
  gate.shut();
  const sent = ada.submit(form, { stated: "4 hours", source: "new: The Gazette", paragraph: "3" });
  const working = await sent.outcome();
  if (working.end !== "updated") throw new Error(working.end);
  await ada.close(working.view);
  gate.open();
  await expect.poll(() => ada.sees("general").map(shown).join("\n")).toContain("4 hours");
});

it("saves a message as a fact that cites its link, a suggestion if the caller is no moderator", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const cid = slack.user("cid");
  const said = cid.say("The next round is in Cairo, a diplomat told me.");
  const kind = await formOf(ada.messageShortcut("save-as-fact", said));
  const next = await ada.submit(kind, { slot: "note" }).outcome();
  if (next.end !== "updated") throw new Error(next.end);
  expect(words(next.view)).toContain("The next round is in Cairo, a diplomat told me.");
  const sent = ada.submit(next.view, { remark: "the next round is in Cairo, a diplomat says" });
  expect((await sent.outcome()).end).toBe("closed");
  await expect.poll(() => JSON.stringify(ada.sees("general").map((m) => m.blocks))).toContain("/archives/");
  expect(words(await formOf(cid.messageShortcut("save-as-fact", said)))).toContain("Suggest a fact");
});

it("checks a quotation from the message's menu", async () => {
  const { slack } = await talksInSlack();
  const cid = slack.user("cid");
  const exact = cid.say("“The focus is not on Ukraine”");
  expect(shown(await cid.messageShortcut("check-this-quote", exact).reply())).toContain("Exactly as ln24SA quotes it");
  const altered = cid.say("The focus is now on Ukraine");
  expect(shown(await cid.messageShortcut("check-this-quote", altered).reply())).toContain("Altered: the words differ");
});

it("shows the desk at a glance in the App Home, asks from there, and gives moderators the queue", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const cid = slack.user("cid");
  const suggested = await cid.slash("/talks", 'suggest note remark:"a hotline opens" source:TASS paragraph:1').reply();
  expect(shown(suggested)).toContain("Suggested");
  const home = await ada.openHome().view();
  expect(words(home)).toContain("A hotline opens");
  expect(words(await cid.openHome().view())).not.toContain("Approve");
  const asked = await cid.choose(await cid.openHome().view(), "talks-search", "where was it").view();
  expect(words(asked)).toContain("Istanbul");
});

it("holds the limits of the App Home with a long queue of anything, and says where there is more", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const remark = "<!channel> *all* https://evil.example ".repeat(7).slice(0, 280);
  for (const name of ["cid", "dee"]) {
    const someone = slack.user(name);
    for (let i = 0; i < 8; i += 1) {
      const said = `suggest note remark:"${name} ${i} ${remark}" source:TASS paragraph:1`;
      expect(shown(await someone.slash("/talks", said).reply())).toContain("Suggested");
    }
  }
  const home = words(await ada.openHome().view());
  expect(home).toContain("Cid 0");
  expect(home).toContain("There is more: type /talks facts review");
});
