import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { readLine } from "#core/answer/line.ts";
import { asRead, readText } from "#platforms/slack/words.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import { formOf, shown, talksInSlack } from "./talks.ts";

it.each([
  ["Tom &amp; Jerry said &lt;so&gt;", "Tom & Jerry said <so>"],
  ["&amp;lt;", "&lt;"],
  ["see <https://example.org/a?b=1&amp;c=2|the article>", "see https://example.org/a?b=1&c=2"],
  ["<mailto:a@example.org|a@example.org>", "mailto:a@example.org"],
  ["<@U123> and <@U123|ann> in <#C1|general>", "@U123 and @ann in #general"],
  ["<!here> <!subteam^S1|@editors> <!subteam^S1>", "@here @editors @S1"],
  ["<!date^1392734382^{date}|18 February 2014>", "18 February 2014"],
  ["“Curly”", "“Curly”"],
])("reads %s as people do", (text, expected) => {
  expect(asRead(text)).toBe(expected);
});

it("takes typed words as the terminal would, mentions left for the options that read them", () => {
  const read = (text: string) => readText(text, commands);
  expect(read("facts roles add <@U1|ann>")).toEqual(readLine("facts roles add <@U1|ann>", commands));
  expect(read("ask “A &amp; B” <https://a.example|a>")).toEqual(readLine('ask "A & B" https://a.example', commands));
});

it("saves the words of a message as they are read, also where the app is no member", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const channel = slack.channel("inner circle", { kind: "private", members: ["ada"] });
  const said = ada.say("Visas & notes: the next round is <soon>", { channel });
  const kind = await formOf(ada.messageShortcut("save-as-fact", said));
  const next = await ada.submit(kind, { slot: "note" }).outcome();
  if (next.end !== "updated") throw new Error(next.end);
  expect(JSON.stringify(next.view)).toContain("Visas & notes: the next round is <soon>");
  expect(JSON.stringify(next.view)).toContain(`/archives/${channel.id}/p${said.ts.replace(".", "")}`);
  const sent = ada.submit(next.view, { remark: "the next round is soon" });
  expect((await sent.outcome()).end).toBe("closed");
  // Where it may not answer in the channel, it answers in a direct message.
  expect(shown(await sent.reply())).toContain("soon");
});

it("takes a stranger of Slack Connect for a reader, whose questions are about the desk that shares the channel", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const added = 'facts add slot:duration stated:"4 hours" source:"new: The Gazette" paragraph:3';
  await ada.slash("/talks", added).reply();
  const partner = slack.workspace("Partner");
  const eve = partner.user("eve", { role: "admin" });
  const joint = slack.channel("joint", { sharedWith: [partner] });
  joint.members.add(eve.id);
  const asked = eve.mention(joint, "how long did they meet?");
  expect(shown(await asked.reply())).toContain("The Gazette");
  const refused = await eve.mention(joint, "facts audit").reply();
  expect(shown(refused)).toContain("You are a reader here");
  expect(refused.visibleTo).toBe(eve.id);
});

it.each(["propose-facts", "save-as-fact"])(
  "opens a view before what takes long, and puts the form of %s there",
  async (name) => {
    const gate = new Gate().shut();
    const { slack } = await talksInSlack("socket", { store: slowStore({ revisions: gate.pass }) });
    const ada = slack.user("ada", { role: "admin" });
    const chosen = ada.messageShortcut(name, ada.say("The talks lasted nine hours."));
    const first = await chosen.view();
    expect(JSON.stringify(first.given)).toContain("Talks is reading. The form comes next.");
    // The trigger is over by then.
    slack.clock.advance(5000);
    gate.open();
    expect(await formOf(chosen)).toBe(first);
  },
);

it("sends the form as a message where somebody closed the view before it came", async () => {
  const gate = new Gate().shut();
  const { slack } = await talksInSlack("socket", { store: slowStore({ revisions: gate.pass }), disturbed: true });
  const ada = slack.user("ada", { role: "admin" });
  const chosen = ada.messageShortcut("propose-facts", ada.say("The talks lasted nine hours."));
  await ada.close(await chosen.view());
  gate.open();
  const waiting = await chosen.reply();
  expect(shown(waiting)).toContain("It is ready to be filled in.");
  const form = await ada.click(waiting, "Fill in").view();
  const sent = ada.submit(form, { source: "The Gazette", talks: "istanbul-april" });
  // In the view where it takes long.
  expect(["closed", "updated"]).toContain((await sent.outcome()).end);
});
